(() => {
  'use strict';
  const form = document.querySelector('form');
  const line = document.querySelector('[role=status]');
  const chosen = (name) => { const radio = form.querySelector(`[name="${name}"]:checked`); return radio ? radio.value : ''; };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const answers = Array.from(form.querySelectorAll('textarea'), (box, number) => ({
      question: box.dataset.question, words: box.value.trim(), show: chosen(`show-${number + 1}`),
    })).filter((answer) => answer.words);
    const declined = chosen('declined') === 'yes';
    if (!answers.length && !declined) { return form.querySelector('textarea').focus(); }
    const saved = { lsbook: 'answers', version: 1, name: form.dataset.name, by: form.dataset.by, declined, answers };
    const file = new Blob([JSON.stringify(saved, null, 2) + '\n'], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = form.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    line.textContent = form.dataset.saved;
    return undefined;
  });
})();
