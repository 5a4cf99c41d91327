/** How things are said: numbers, times and sizes in the reader's own manner. */

const NUMBER = new Intl.NumberFormat();
const DAY = new Intl.DateTimeFormat(undefined, {dateStyle: 'long'});
const MINUTE = new Intl.DateTimeFormat(undefined, {dateStyle: 'long', timeStyle: 'short'});

export const count = (number) => NUMBER.format(number);

export function pictures(number) {
  return number === 1 ? '1 picture' : `${count(number)} pictures`;
}

/** The camera's clock as it stood, wherever the reader is. */
function clock(taken) {
  return new Date(taken.replace(/(Z|[+-]\d\d:\d\d)$/, ''));
}

export const day = (taken) => DAY.format(clock(taken));

export const minute = (taken) => MINUTE.format(clock(taken));

export function bytes(size) {
  const units = ['B', 'kB', 'MB', 'GB'];
  let unit = 0;
  let left = size;
  while (left >= 1000 && unit < units.length - 1) {
    left /= 1000;
    unit++;
  }
  return `${left < 10 && unit > 0 ? left.toFixed(1) : Math.round(left)} ${units[unit]}`;
}

export function exposure(seconds) {
  return seconds >= 0.3 ? `${+seconds.toFixed(1)} s` : `1/${Math.round(1 / seconds)} s`;
}

export function camera(photo) {
  const {make, camera: model} = photo;
  if (!make || !model) {
    return model ?? make;
  }
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
}

/** With a capital letter and an end. */
export const sentence = (text) => text[0].toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? '' : '.');

export const name = (path) => path.split(/[/\\]/).at(-1);

export const stars = (rating) => '★'.repeat(rating) + '☆'.repeat(Math.max(0, 5 - rating));

/** What stands for a picture where it cannot be seen. */
export function description(photo) {
  const what = photo.title ?? photo.caption ?? name(photo.path);
  return photo.taken ? `${what}, ${day(photo.taken)}` : what;
}

/** A new element with these properties and children; properties without a value are left out. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value !== undefined && value !== null) {
      key in made ? (made[key] = value) : made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}
