import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockFace, Countdown, markPassed, ServerClock } from '../../main/web/core/clock.js';
import { chance } from './exam-world.js';

test('the answer with the shortest way is believed', () => {
  let now = 0;
  const clock = new ServerClock(() => now);
  clock.heard(0, 1_000_400, 1_000); // truth: 1_000_000 ahead; the way there took 400, the way back 600
  clock.heard(1_000, 1_001_010, 1_020);
  clock.heard(2_000, 1_002_100, 2_900);
  now = 3_000;
  assert.ok(Math.abs(clock.now() - 1_003_000) <= 10, String(clock.now()));
});

test('the time told is never more wrong than it says, whatever the way took', () => {
  const random = chance(7);
  for (let run = 0; run < 200; run++) {
    let now = random() * 1e6;
    const ahead = random() * 1e12;
    const clock = new ServerClock(() => now);
    for (let i = 0; i < 30; i++) {
      const [there, back] = [random() ** 4 * 5_000, random() ** 4 * 5_000];
      clock.heard(now, Math.round(now + there + ahead), now + there + back);
      now += there + back + random() * 20_000;
      assert.ok(Math.abs(clock.now() - now - ahead) <= clock.doubt + 1, `run ${run}`);
    }
  }
});

test('a device that slept is put right by the next answer', () => {
  let now = 0;
  const clock = new ServerClock(() => now);
  clock.heard(0, 500_010, 20);
  now = 60_000; // and an hour passed that the device's own counter did not see
  clock.heard(60_000, 500_000 + 60_000 + 3_600_000 + 300, 60_600);
  assert.ok(Math.abs(clock.now() - (500_000 + 3_660_000)) <= 600, String(clock.now()));
});

test('the time left never grows by itself, and does when somebody gives time', () => {
  let now = 0;
  const clock = new ServerClock(() => now);
  const time = new Countdown(clock);
  clock.heard(0, 900, 1_000);
  time.set(61_000, 60_000);
  now = 1_000;
  const first = time.left();
  clock.heard(1_000, 1_020, 1_040); // better known now: the service is further back than believed
  now = 1_050;
  assert.ok(time.left() <= first);
  time.set(661_000, 660_000);
  assert.ok(time.left() > 600_000);
});

test('while the clock stands still the time left does too', () => {
  let now = 0;
  const clock = new ServerClock(() => now);
  clock.heard(0, 0, 0);
  const time = new Countdown(clock);
  time.set(null, 42_000);
  now = 30_000;
  assert.equal(time.left(), 42_000);
  assert.equal(time.running, false);
});

test('the time is told at 60, 30, 15, 10, 5 and 1 minutes and at no other moment', () => {
  const told = [];
  for (let left = 65 * 60_000; left > 0; left -= 250) {
    const mark = markPassed(left + 250, left);
    if (mark) told.push([mark, left]);
  }
  assert.deepEqual(told, [60, 30, 15, 10, 5, 1].map(minutes => [minutes, minutes * 60_000]));
  assert.equal(markPassed(31 * 60_000, 4 * 60_000), 5, 'after a sleep only the nearest');
});

test('the face shows whole seconds and is 0:00 only when it is over', () => {
  assert.deepEqual([3_661_000, 3_600_000, 59_001, 1, 0].map(clockFace), ['1:01:01', '1:00:00', '1:00', '0:01', '0:00']);
});
