import { expect, test } from 'vitest'
import { type WatchedFiles, fileStop, keepFile, noFiles, withFile } from './file-watch.ts'

const chosen = new File(['x'], 'photo.png')
/** A dialog with one file field, and a server that answers when it is told to. */
function dialog() {
  const sent = Promise.withResolvers<string>()
  const seen: { files: WatchedFiles; kept: string | null; fault: unknown; here: boolean } = {
    ...{ files: noFiles, kept: 'an earlier one', fault: null, here: true },
  }
  const tell = (state: Parameters<typeof withFile>[2]) => {
    seen.files = withFile(seen.files, 'scan', state)
  }
  const choose = (file: File | undefined) =>
    keepFile(file, {
      ...{ send: () => sent.promise, tell, isHere: () => seen.here },
      onKept: (kept) => {
        seen.kept = kept
      },
      onFault: (fault) => {
        seen.fault = fault
      },
    })
  return { seen, sent, choose }
}

test('the form waits while its file is on the way, and sends it along once it is there', async () => {
  const { seen, sent, choose } = dialog()
  const work = choose(chosen)
  expect([fileStop(seen.files), seen.kept]).toEqual(['sending', null])
  sent.resolve('kept')
  await work
  expect([fileStop(seen.files), seen.kept, seen.fault]).toEqual([null, 'kept', null])
})

test('a file that was refused or did not arrive stops the form until it is taken out', async () => {
  const { seen, sent, choose } = dialog()
  sent.reject(new Error('no line'))
  await choose(chosen)
  expect([fileStop(seen.files), seen.kept, String(seen.fault)]).toEqual(['failed', null, 'Error: no line'])
  await choose(undefined)
  expect([fileStop(seen.files), seen.kept, seen.fault]).toEqual([null, null, null])
})

test('a file that arrives after its dialog was closed falls into no other paper', async () => {
  const { seen, sent, choose } = dialog()
  const work = choose(chosen)
  seen.here = false
  sent.resolve('late')
  await work
  expect(seen.kept).toBeNull()
})

test('of two files the one under way is waited for first', () => {
  const files: WatchedFiles = withFile(withFile(noFiles, 'a', 'failed'), 'b', 'sending')
  expect([fileStop(files), fileStop(withFile(files, 'b', 'settled'))]).toEqual(['sending', 'failed'])
})
