// The context menu of a row: opened by the right button or the keyboard's menu key, moved in by the arrow keys.
// It only shows what the server has written; the page works without it, by the numbers and the phone button.
'use strict';

let menu = null;
let opener = null;

const items = () => [...menu.querySelectorAll('[role=menuitem]')];

function open(which, x, y) {
  close();
  menu = which;
  opener = document.activeElement;
  menu.showPopover();
  menu.style.left = `${Math.max(4, Math.min(x, innerWidth - menu.offsetWidth - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(y, innerHeight - menu.offsetHeight - 4))}px`;
  items()[0].focus({ preventScroll: true });
}

function close() {
  if (menu === null) return;
  menu.hidePopover();
  menu = null;
}

document.addEventListener('contextmenu', event => {
  const row = event.target.closest('[data-menu]');
  if (row === null || event.target.closest('.menu') !== null) return;
  event.preventDefault();
  const at = event.target.getBoundingClientRect();
  const fromKeyboard = event.clientX === 0 && event.clientY === 0;
  open(document.getElementById(row.dataset.menu), fromKeyboard ? at.left : event.clientX, fromKeyboard ? at.bottom : event.clientY);
});

document.addEventListener('keydown', event => {
  if (menu === null) return;
  const all = items();
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    all[(to + all.length) % all.length].focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close();
    opener?.focus();
  }
});

document.addEventListener('pointerdown', event => {
  if (menu !== null && !menu.contains(event.target)) close();
});

// A chosen number closes its menu; the link itself is left to the browser.
document.addEventListener('click', event => {
  const link = event.target.closest('.menu a');
  if (link === null) return;
  if (menu !== null) close();
  else link.closest('[popover]').hidePopover();
});

addEventListener('blur', close);
addEventListener('resize', close);
addEventListener('scroll', close, { passive: true });
