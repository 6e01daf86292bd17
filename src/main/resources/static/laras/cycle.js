import './progress.js';

// The page works without this: here a unit takes the units below it along, and the progress moves by itself.
for (const tree of document.querySelectorAll('[data-tree]')) {
  tree.addEventListener('change', (event) => {
    for (const box of event.target.closest('li').querySelectorAll('ul input:not([disabled])')) {
      box.checked = event.target.checked;
    }
  });
}
