import { expect, test } from 'vitest'
import { openCarriedFiles } from './carried-files.ts'
import { MemoryStore } from './memory-store.ts'
import { openOutbox } from './outbox.ts'
import { openPhotoBox } from './photo-box.ts'
import { openClock } from './session-clock.ts'
import { openSync } from './sync.ts'

const id = '00000000-0000-7000-8000-000000000001'

test('the screens ask anew after the server took something, and only then', async () => {
  const store = new MemoryStore()
  const clock = await openClock(store)
  const changed = () => undefined
  const photos = await openPhotoBox(store, changed)
  const files = await openCarriedFiles(store, { now: clock.now, changed })
  const outbox = await openOutbox({
    ...{ store, photos, changed, now: clock.now, holder: { device: id, account: id } },
    ...{ signer: { sign: () => new Uint8Array(64) }, subjectOf: () => 'inspection:1' },
  })
  let said = 'waiting'
  let asked = 0
  const answers = () => ({ answers: [{ id, state: said, receipt: { learnedAt: clock.now(), events: [] } }] })
  const session = {
    ...{ bearer: () => 'Bearer x', ensure: async () => undefined, forget: () => undefined },
    ask: async () => ({ status: 200, body: answers(), headers: {}, bytes: 0 }),
    post: async () => answers(),
  }
  const sync = await openSync({
    ...{ store, outbox, photos, files, clock, appVersion: 'test' },
    session: Object.assign(session, {}),
    storage: async () => ({ isPersisted: true, freeBytes: null }),
    rounds: { taken: () => void asked++ },
  })
  await outbox.add({ id, path: '/api/inspections/1/answers', subject: 'inspection:1', data: {}, files: [] })
  await sync.run()
  expect(asked).toBe(0)
  said = 'taken'
  await sync.run()
  expect(asked).toBe(1)
  await sync.run()
  expect(asked).toBe(1)
})
