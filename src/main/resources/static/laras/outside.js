// Before the login: the name that was typed stands there again after a refusal or in the other language. Passwords and codes are typed anew.
import { NAME, shelf } from './kept.js';

for (const field of document.querySelectorAll('form[method=post] input[autocomplete=username]')) {
  const keep = () => shelf.set(NAME, field.value);
  if (field.value === '') {
    field.value = shelf.get(NAME) ?? '';
  } else {
    // typed before this script was there
    keep();
  }
  field.addEventListener('input', keep);
}
