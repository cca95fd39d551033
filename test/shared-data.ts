/*
Real data for tests, which is never part of this repository. It lies beside the checkout in `../shared`, or where CHANZO_SHARED
points. In continuous integration it must be there; elsewhere a test says that it is missing and skips.
*/
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = process.env['CHANZO_SHARED'] ?? fileURLToPath(new URL('../../shared', import.meta.url))

/** Full path of a shared file, or null with a printed sentence when it is not on this machine. Throws when CI is set. */
export function sharedFile(path: string): string | null {
  const full = join(folder, path)
  if (existsSync(full)) return full
  const sentence = `${path} is not in ${folder}: the tests that read it are skipped. Set CHANZO_SHARED to the folder of the shared data.`
  if (isOn(process.env['CI'])) throw new Error(sentence)
  console.warn(sentence)
  return null
}

const isOn = (value: string | undefined): boolean => value !== undefined && value !== '' && value !== 'false' && value !== '0'
