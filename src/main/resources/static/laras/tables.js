// Tables that stand on the page as a whole (data-sortable) are sorted by a click on the head of a column, and back again.
const text = (row, column) => {
  const cell = row.cells[column];
  return (cell?.querySelector('time')?.dateTime ?? cell?.textContent ?? '').trim().replace(/\s+/g, ' ');
};

// Numbers as they are written here: 1.234,5 or 12 %.
const number = (written) => (/^-?[\d.]+(,\d+)?( ?%)?$/.test(written) ? Number(written.replace(/[.% ]/g, '').replace(',', '.')) : NaN);

const language = document.documentElement.lang;
const compare = (one, other) => {
  const difference = number(one) - number(other);
  return Number.isNaN(difference) ? one.localeCompare(other, language, { numeric: true }) : difference;
};

for (const table of document.querySelectorAll('table[data-sortable]')) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.ariaSort === 'ascending';
      heads.forEach((each) => each.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const body = table.tBodies[0];
      const rows = [...body.rows].sort((one, other) => compare(text(one, column), text(other, column)));
      body.append(...(down ? rows.reverse() : rows));
    });
  });
}
