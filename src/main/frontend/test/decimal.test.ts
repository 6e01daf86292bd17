import assert from 'node:assert/strict';
import { test } from 'node:test';

test('nodesOwnRunnerRuns', () => assert.ok(true));
