/* Two installations: one ledger, one witness, over the network; and whoever tries to have a rewritten ledger cosigned. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { refusalStatus } from '../../../bin/refusal-status.ts'
import { createHttpServer } from '../../../platform/http/http-server.ts'
import { passingKeyRing, verifySignature } from '../../../platform/keys/signer.ts'
import { createLedgerModule } from '../module.ts'
import { addCheckpointText, readAddCheckpoint } from '../domain/add-checkpoint.ts'
import { utf8 } from '../domain/bytes.ts'
import { checkpointText } from '../domain/checkpoint.ts'
import { keyText, noteKey, noteOf, signatureLine, signersOf } from '../domain/note.ts'
import { appendEntries, nodeSha256, tilesIn } from './grow.ts'
import { consistencyPath } from './read.ts'
import { keepPeer } from './store-peers.ts'
import { witnessKey } from './witness.ts'

const { program } = await freshDatabase()
const { database, log, clock } = program
const [keys, witnessKeys] = [passingKeyRing(), passingKeyRing()]
const shared = { database, log: () => log, clock, publishers: [] }
const ours = { ...shared, keys, tenant: 'cd', baseUrl: 'https://mines.example' }
const theirs = { ...shared, keys: witnessKeys, tenant: 'university', baseUrl: 'https://university.example' }
const [ledger, witness] = [createLedgerModule(ours), createLedgerModule(theirs)]
const crypto = { sha256: nodeSha256, verify: verifySignature }
const app = await createHttpServer({
  ...{ routes: witness.routes, log, tenant: 'university', clock, refusalStatus },
  authenticate: () => Promise.resolve(null),
  reportFault: ({ error }) => {
    throw error
  },
})
const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/ledger`
afterAll(() => app.close())
const ourKey = noteKey(nodeSha256, { name: 'mines.example/ledger', type: 1, publicKey: keys.signer('ledger').publicKey })
const grow = async (n: number): Promise<void> => {
  const entries = Array.from({ length: n }, (_, at) => ({ kind: 'order-signed' as const, number: `${at}`, sha256: 'ab'.repeat(32) }))
  await database.transaction((tx) => appendEntries(tx, 'cd', entries))
  await ledger.signer.sign()
}
const send = async (body: string) => {
  const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body })
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' }
}
const head = async () => (await database.read((tx) => ledger.door.head(tx, 'cd')))?.checkpoint ?? ''
const path = (old: number, size: number) => database.read((tx) => consistencyPath(tilesIn(tx, 'cd'), old, size))

beforeAll(async () => {
  await grow(300)
  const peer = { role: 'witness', key: keyText(witnessKey(theirs)), name: witnessKey(theirs).name, url, at: clock() } as const
  await database.transaction((tx) => keepPeer(tx, 'cd', peer))
})

test('a witness that does not know the ledger does not cosign it', async () => {
  expect(await ledger.askWitnesses()).toEqual([{ witness: 'university.example/witness', outcome: 'refused' }])
  expect(await send(addCheckpointText({ old: 0, path: [], checkpoint: await head() }))).toMatchObject({ status: 404 })
})

test('one that does cosigns each head, and the checkpoint carries the cosignature with its time', async () => {
  await database.transaction((tx) =>
    keepPeer(tx, 'university', { role: 'log', key: keyText(ourKey), name: ourKey.name, url: null, at: clock() }),
  )
  expect(await ledger.askWitnesses()).toMatchObject([{ outcome: 'cosigned' }])
  expect(await ledger.askWitnesses()).toMatchObject([{ outcome: 'up-to-date' }])
  await grow(300)
  expect(await ledger.askWitnesses()).toMatchObject([{ outcome: 'cosigned' }])
  const signers = signersOf(await head(), [ourKey, witnessKey(theirs)], crypto)
  expect(signers?.map((one) => [one.key.name, one.time])).toEqual([
    ['mines.example/ledger', null],
    ['university.example/witness', Math.floor(Date.parse(clock()) / 1000)],
  ])
})

test('a ledger that forgot what was cosigned learns it from the witness', async () => {
  await grow(1)
  const stale = await send(addCheckpointText({ old: 300, path: await path(300, 601), checkpoint: await head() }))
  expect(stale).toMatchObject({ status: 409, text: '600\n', type: 'text/x.tlog.size' })
  expect(await ledger.askWitnesses()).toMatchObject([{ outcome: 'cosigned' }])
})

test('a rewritten ledger, a wrong proof, a strange signature and nonsense are refused; of two heads of one size one is cosigned', async () => {
  const forged = (size: number, root: Uint8Array, by = keys) => {
    const text = checkpointText({ origin: ourKey.name, size, root })
    const key = by === keys ? ourKey : noteKey(nodeSha256, { ...ourKey, publicKey: by.signer('ledger').publicKey })
    return noteOf(text, [signatureLine(key, by.signer('ledger').sign(utf8(text)))])
  }
  const other = nodeSha256(utf8('another tree'))
  expect((await send(addCheckpointText({ old: 601, path: [], checkpoint: forged(601, other) }))).status).toBe(409)
  expect((await send(addCheckpointText({ old: 601, path: [other], checkpoint: forged(602, other) }))).status).toBe(422)
  expect((await send(addCheckpointText({ old: 601, path: [], checkpoint: forged(602, other, passingKeyRing()) }))).status).toBe(403)
  expect((await send(addCheckpointText({ old: 700, path: [], checkpoint: forged(602, other) }))).status).toBe(400)
  for (const text of ['', 'old 1', 'old 01\n\nx', 'old 0\nnot base64\n\nx']) {
    expect(readAddCheckpoint(text)).toBeNull()
    expect((await send(text || '\n')).status).toBe(400)
  }
})
