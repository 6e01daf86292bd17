import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { DraftKeeper, type Draftable } from '../src/draft-keeper';
import type { TaskView } from '../src/shapes';

/* Two windows, a slow network and an ended session: the keeper as a form uses it, against a server that answers when it is told to. */

interface Text {
  text: string;
}

const shelf = new Map<string, string>();
let calls: Array<{ url: string; body: string; answer: (status: number, body: unknown) => Promise<void> }> = [];

Object.assign(globalThis, {
  window: globalThis,
  document: { cookie: '', querySelector: () => null },
  sessionStorage: {
    get length() {
      return shelf.size;
    },
    key: (index: number) => [...shelf.keys()][index] ?? null,
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => void shelf.set(key, value),
    removeItem: (key: string) => void shelf.delete(key),
  },
  fetch: (url: string, options: { body: string }) =>
    new Promise((resolve, reject) => {
      calls.push({
        url,
        body: options.body,
        answer: async (status, body) => {
          if (status === 0) {
            reject(new TypeError('offline'));
          } else {
            resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }));
          }
          await settled();
        },
      });
    }),
});
globalThis.dispatchEvent ??= () => true;

const settled = () => new Promise((resolve) => setImmediate(resolve));

class Form implements Draftable<Text> {
  readonly taskId = 'task';
  readOnly = false;
  state: Text = { text: '' };
  readonly draft = new DraftKeeper<Text>(this);

  typed(): Text {
    return this.state;
  }

  fitting(draft: unknown): Text | null {
    return (draft as Text | null | undefined) ?? null;
  }

  requestUpdate(): void {}

  open(view: Partial<TaskView<unknown>>): this {
    this.state = this.draft.open({ account: 'staf', taskId: 'task', draftVersion: 0, otherDrafts: [], ...view } as TaskView<unknown>) ?? this.state;
    return this;
  }

  type(text: string): this {
    this.state = { text };
    this.draft.changed(60_000);
    return this;
  }

  save(): this {
    this.draft.keep();
    return this;
  }
}

beforeEach(() => {
  shelf.clear();
  calls = [];
});

test('oneSaveFollowsTheOtherAndWhatWasTypedMeanwhileIsSavedNext', async () => {
  const form = new Form().open({}).type('a').save();
  form.type('ab').save();
  assert.equal(calls.length, 1);
  await calls[0]!.answer(200, { version: 1, beside: null, others: [] });
  assert.equal(form.draft.status, 'CHANGED');
  form.save();
  assert.match(calls[1]!.url, /version=1&/);
  assert.deepEqual(JSON.parse(calls[1]!.body), { text: 'ab' });
  await calls[1]!.answer(200, { version: 2, beside: null, others: [] });
  assert.equal(form.draft.status, 'SAVED');
  assert.equal(shelf.size, 0);
});

test('whatTheServerHasNotGotStaysInThisWindowForThisAccountAlone', async () => {
  const form = new Form().open({}).type('sesi berakhir').save();
  await calls[0]!.answer(401, {});
  assert.equal(form.draft.status, 'FAILED');
  const again = new Form().open({});
  assert.equal(again.state.text, 'sesi berakhir');
  again.draft.done();
  form.type('sesi berakhir');
  const another = new Form().open({ account: 'rekan' });
  assert.equal(another.state.text, '');
  assert.equal(shelf.size, 0);
  form.draft.done();
});

test('ofThreeWindowsAllTextsAreKeptAndTheChosenOneCounts', async () => {
  const form = new Form().open({ draft: { text: 'dulu' }, draftVersion: 3 }).type('kedua').save();
  const others = [
    { id: '', draft: { text: 'pertama' } },
    { id: 'c', draft: { text: 'ketiga' } },
  ];
  await calls[0]!.answer(200, { version: 4, beside: 'b', others });
  const seen = () => {
    form.state = form.draft.swap();
    return [form.state.text, form.draft.version];
  };
  assert.deepEqual(seen(), ['pertama', 4]);
  assert.deepEqual(seen(), ['ketiga', 0]);
  assert.deepEqual(seen(), ['kedua', 0]);
  // goes on in its own text: only that one is replaced
  form.type('kedua lagi').save();
  assert.match(calls[1]!.url, /version=0&replaces=b$/);
  await calls[1]!.answer(200, { version: 4, beside: 'b2', others });
  form.draft.choose();
  form.save();
  assert.match(calls[2]!.url, /version=4&replaces=b2,c$/);
  assert.deepEqual(JSON.parse(calls[2]!.body), { text: 'kedua lagi' });
  await calls[2]!.answer(200, { version: 5, beside: null, others: [] });
  assert.equal(form.draft.others.length, 0);
  assert.equal(form.draft.version, 5);
});

test('whatWasTypedLastIsSavedBeforeAnotherTextIsLookedAt', async () => {
  const others = [{ id: '', draft: { text: 'pertama' } }];
  const form = new Form().open({ draft: { text: 'dulu' }, draftVersion: 3 }).type('kedua').save();
  await calls[0]!.answer(200, { version: 4, beside: 'b', others });
  form.type('kedua, diteruskan');
  const looks = async (status: number, body: unknown) => {
    const arrived = form.draft.arrived();
    await settled();
    await calls.at(-1)!.answer(status, body);
    return arrived;
  };
  assert.equal(await looks(0, null), false);
  assert.equal(await looks(200, { version: 4, beside: 'b2', others }), true);
  form.state = form.draft.swap();
  assert.equal(form.state.text, 'pertama');
  form.type('pertama, diteruskan').save();
  assert.match(calls.at(-1)!.url, /version=4&replaces=$/);
  await calls.at(-1)!.answer(200, { version: 5, beside: null, others: [{ id: 'b2', draft: { text: 'kedua, diteruskan' } }] });
  form.state = form.draft.swap();
  assert.equal(form.state.text, 'kedua, diteruskan');
  form.draft.done();
});

test('whatComesFromAnotherWindowDuringTheChoiceIsChosenBetweenAgain', async () => {
  const form = new Form().open({ draft: { text: 'dulu' }, draftVersion: 3 }).type('kedua').save();
  await calls[0]!.answer(200, { version: 4, beside: 'b', others: [{ id: '', draft: { text: 'pertama' } }] });
  form.draft.choose();
  form.save();
  await calls[1]!.answer(200, { version: 6, beside: 'b2', others: [{ id: '', draft: { text: 'pertama lagi' } }] });
  form.state = form.draft.swap();
  assert.deepEqual([form.state.text, form.draft.version], ['pertama lagi', 6]);
});

test('aTextThatTheBrowserDoesNotKeepIsSaidToStandHereAloneUntilTheServerHasIt', async () => {
  const real = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage')!;
  const refuse = (how: PropertyDescriptor) => Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, ...how });
  for (const how of [
    { value: { ...sessionStorage, length: 0, setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } } },
    { get: () => { throw new DOMException('forbidden', 'SecurityError'); } },
  ]) {
    refuse(how);
    try {
      calls = [];
      const form = new Form().open({}).type('tidak muat').save();
      assert.ok(form.draft.unkept);
      await calls[0]!.answer(401, {});
      assert.ok(form.draft.unkept);
      assert.equal(form.state.text, 'tidak muat');
      form.type('tidak muat').save();
      await calls[1]!.answer(200, { version: 1, beside: null, others: [] });
      assert.ok(!form.draft.unkept);
      form.draft.done();
    } finally {
      Object.defineProperty(globalThis, 'sessionStorage', real);
    }
  }
});

test('whoeverLeavesDuringASlowSaveLosesNothing', async () => {
  const form = new Form().open({}).type('a').save().type('ab');
  form.draft.leave();
  assert.deepEqual(
    calls.map((call) => JSON.parse(call.body)),
    [{ text: 'a' }, { text: 'ab' }],
  );
  form.draft.done();
});

test('whatWasTypedBeforeTheTaskWasReleasedIsThereWhenItIsClaimedAgain', () => {
  const form = new Form().open({}).type('a');
  form.readOnly = true;
  form.save();
  assert.equal(calls.length, 0);
  const again = new Form().open({ draft: { text: '' }, draftVersion: 0 });
  assert.equal(again.state.text, 'a');
  form.draft.done();
  again.draft.done();
});

test('whatWasTypedJustBeforeTheTaskWasReleasedIsThereWhenItIsClaimedAgain', async () => {
  const form = new Form().open({}).type('baru saja').save();
  await calls[0]!.answer(404, {});
  assert.equal(form.draft.status, 'GONE');
  assert.equal(new Form().open({}).state.text, 'baru saja');
});

test('whileTheAnswerIsOnItsWayNoDraftIsSavedAndAfterItNothingIsLeft', async () => {
  const form = new Form().open({}).type('a');
  form.draft.paused = true;
  form.save();
  assert.equal(calls.length, 0);
  assert.equal(shelf.size, 1);
  form.draft.done();
  assert.equal(shelf.size, 0);
});
