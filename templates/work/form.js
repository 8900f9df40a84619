(() => {
  'use strict';
  const form = document.querySelector('form');
  const line = document.querySelector('[role=status]');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = {};
    for (const [key, value] of new FormData(form)) {
      if (String(value).trim()) { fields[key] = String(value).trim(); }
    }
    const saved = { lsbook: 'session', version: 1, kind: form.dataset.kind, name: form.dataset.name, fields };
    const file = new Blob([JSON.stringify(saved, null, 2) + '\n'], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = form.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    line.textContent = 'It is saved: look in your downloads for ' + form.dataset.file + '.';
  });
})();
