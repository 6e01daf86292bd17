// The page works without this: here a unit takes the units below it along, and the progress moves by itself.
for (const tree of document.querySelectorAll('[data-tree]')) {
  tree.addEventListener('change', (event) => {
    for (const box of event.target.closest('li').querySelectorAll('ul input:not([disabled])')) {
      box.checked = event.target.checked;
    }
  });
}

for (const notice of document.querySelectorAll('[data-progress]')) {
  const bar = notice.querySelector('progress');
  const done = notice.querySelector('[data-done]');
  const ask = async () => {
    const answer = await fetch(notice.dataset.progress, { headers: { Accept: 'application/json' } });
    if (answer.ok) {
      const progress = await answer.json();
      if (!progress.running) {
        location.reload();
        return;
      }
      bar.value = progress.done;
      done.textContent = progress.done;
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 1000);
}
