/**
 * What is asked for, in the API's own parameters. The address bar holds them, so that a search can
 * be kept, shared between windows, and gone back to. `photo` names the picture that is looked at.
 */
export class Query {
  #parameters;

  constructor(parameters) {
    this.#parameters = new URLSearchParams(parameters);
  }

  static ofAddressBar() {
    return new Query(location.search);
  }

  get(name) {
    return this.#parameters.get(name) ?? '';
  }

  all(name) {
    return this.#parameters.getAll(name);
  }

  has(name, value) {
    return this.#parameters.has(name, value);
  }

  entries() {
    return [...this.#parameters.entries()];
  }

  /** The same with this value alone; without the name where the value is empty. */
  with(name, value) {
    const changed = new Query(this.#parameters);
    changed.#parameters.delete(name);
    if (value) {
      changed.#parameters.append(name, value);
    }
    return changed;
  }

  /** The same with this value, too. */
  and(name, value) {
    const changed = new Query(this.#parameters);
    changed.#parameters.append(name, value);
    return changed;
  }

  /** The same without this value, or without any. */
  without(name, value) {
    const changed = new Query(this.#parameters);
    changed.#parameters.delete(name, value);
    return changed;
  }

  /** Whether hits are ranked by what they are like, rather than listed. */
  get asksForLikeness() {
    return ['prompt', 'like', 'picture'].some((name) => this.has(name));
  }

  get isRanked() {
    return this.asksForLikeness || this.has('text');
  }

  /** The words of the search box, and where they are looked for. */
  get words() {
    return this.get('prompt') || this.get('text');
  }

  get within() {
    if (this.get('mode') === 'hybrid') {
      return 'both';
    }
    return this.has('text') && !this.has('prompt') ? 'text' : 'prompt';
  }

  /** New words, in place of all that was asked for but the filters. */
  asking(words, within) {
    const bare = ['prompt', 'text', 'mode', 'like', 'picture', 'photo'].reduce(
      (query, name) => query.without(name), this);
    if (!words) {
      return bare.withoutOrder();
    }
    return within === 'text'
      ? bare.with('text', words).with('relevant', '')
      : bare.with('prompt', words).with('mode', within === 'both' ? 'hybrid' : '');
  }

  /** Pictures like this one of the database (`like`), or like one that was sent (`picture`). */
  likeness(name, value) {
    return this.asking('', '').with(name, value);
  }

  withoutOrder() {
    return this.without('sort').without('reverse').without('relevant');
  }

  /** Without the picture that is looked at. */
  get list() {
    return this.without('photo');
  }

  /** What the API is asked: a list without a question comes newest first. */
  request(more = {}) {
    const asked = new URLSearchParams(this.list.#parameters);
    if (!this.isRanked && !asked.has('sort')) {
      asked.set('sort', 'taken');
    }
    Object.entries(more).forEach(([name, value]) => asked.set(name, value));
    return asked.toString();
  }

  toString() {
    return this.#parameters.toString();
  }

  get address() {
    const written = this.toString();
    return written ? `/?${written}` : '/';
  }
}
