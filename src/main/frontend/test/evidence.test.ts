import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenLink, evidenceAnswer, linkOf, noEvidence } from '../src/parts/evidence';

test('onlyWebAddressesBecomeLinks', () => {
  assert.equal(linkOf('https://drive.contoh.go.id/a'), 'https://drive.contoh.go.id/a');
  assert.equal(linkOf('drive.contoh.go.id/a'), 'https://drive.contoh.go.id/a');
  for (const typed of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://contoh.go.id/a', 'laporan', '']) {
    assert.equal(linkOf(typed), null, typed);
  }
});

test('aLinkThatWasTypedButNotAddedIsNotLost', () => {
  const draft = { ...noEvidence(), typed: 'contoh.go.id' };
  assert.deepEqual(evidenceAnswer(draft), [{ link: 'https://contoh.go.id/', fileId: null, fileName: null }]);
  assert.ok(!brokenLink(draft));
  assert.ok(brokenLink({ ...noEvidence(), typed: 'bukan alamat' }));
});
