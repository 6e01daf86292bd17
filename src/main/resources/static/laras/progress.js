// A page that waits for work in the background: its bar moves by itself, and the page comes anew when the work has ended.
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
