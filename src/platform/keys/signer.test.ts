import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openKeyRing, verifySignature } from './signer.ts'

const folder = mkdtempSync(join(tmpdir(), 'chanzo-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const MODULE = fileURLToPath(new URL('signer.ts', import.meta.url))

const keyOfAnotherProcess = (into: string): Promise<string> =>
  new Promise((done) => {
    const code = `const { openKeyRing } = await import(${JSON.stringify(MODULE)}); process.stdout.write(openKeyRing(${JSON.stringify(into)}).signer('trust').keyId)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (part) => (said += String(part)))
    child.once('close', () => done(said))
  })

test('processes that start together hold one and the same key', async () => {
  const into = join(folder, 'together')
  const keys = await Promise.all(Array.from({ length: 8 }, () => keyOfAnotherProcess(into)))
  expect(new Set(keys).size).toBe(1)
  expect(openKeyRing(into).signer('trust').keyId).toBe(keys[0])
  expect(readdirSync(into)).toEqual(['trust.pem'])
})

test('a key file is for its owner alone, and the key in it is kept', () => {
  const into = join(folder, 'kept')
  const first = openKeyRing(into).signer('log')
  expect(statSync(join(into, 'log.pem')).mode & 0o077).toBe(0)
  expect(openKeyRing(into).signer('log').keyId).toBe(first.keyId)
})

test('a signature holds under its key and for its message only; malformed ones are simply not valid', () => {
  const ring = openKeyRing(join(folder, 'kept'))
  const [log, other] = [ring.signer('log'), ring.signer('certificate')]
  const message = Buffer.from('48 250 g')
  const signature = log.sign(message)
  expect(verifySignature(log.publicKey, message, signature)).toBe(true)
  expect(verifySignature(other.publicKey, message, signature)).toBe(false)
  expect(verifySignature(log.publicKey, Buffer.from('48 251 g'), signature)).toBe(false)
  expect(verifySignature(log.publicKey, message, signature.subarray(1))).toBe(false)
  expect(verifySignature(log.publicKey.subarray(1), message, signature)).toBe(false)
})

test('a key that waits takes the place of the old one, also in a server that runs; the old private half is gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-keys-'))
  try {
    const [running, command] = [openKeyRing(folder), openKeyRing(folder)]
    const before = running.signer('certificate').keyId
    const next = command.waiting()
    expect(command.waiting().keyId).toBe(next.keyId)
    command.promote('ff'.repeat(32))
    expect(running.signer('certificate').keyId).toBe(before)
    command.promote(Buffer.from(next.publicKey).toString('hex'))
    expect(running.signer('certificate').keyId).toBe(next.keyId)
    command.promote(Buffer.from(next.publicKey).toString('hex'))
    expect(openKeyRing(folder).signer('certificate').keyId).toBe(next.keyId)
    expect(command.waiting().keyId).not.toBe(next.keyId)
    expect(readdirSync(folder).toSorted()).toEqual(['certificate-next.pem', 'certificate.pem'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
