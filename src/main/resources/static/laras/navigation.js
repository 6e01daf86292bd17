// On a phone the rooms scroll sideways: the one that is open is brought into sight.
document.querySelector('.rooms [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
