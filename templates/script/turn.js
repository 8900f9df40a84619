// A picture book: the arrow keys turn the page, as its links do. Onward is to the left where the book runs that way.
(() => {
  'use strict';
  const onward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const turns = { [onward]: 'next', PageDown: 'next', PageUp: 'prev' };
  turns[onward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'] = 'prev';
  addEventListener('keydown', (event) => {
    const held = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    const link = !held && turns[event.key] && document.querySelector(`a[rel="${turns[event.key]}"]`);
    if (link) { event.preventDefault(); link.click(); }
  });
})();
