/* The answer cases of the shared OpenRosa set, read in place: what the runner sends is what the engine behind ODK Web Forms sends. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sharedFile } from '../../../../../test/shared-data.ts'
import { run } from './play-steps.ts'

interface Case {
  readonly name: string
  readonly form: string
  readonly steps: Parameters<typeof run>[1]
  readonly expected: {
    readonly status: string
    readonly violations: readonly { readonly ref: string; readonly condition: string }[]
    readonly relevant: readonly string[]
    readonly territoryChoices: readonly string[]
    readonly submission: string
  }
}
const file = sharedFile('standards/openrosa/answers/cases.json')
const folder = file === null ? '' : dirname(dirname(file))
const cases: readonly Case[] = file === null ? [] : JSON.parse(readFileSync(file, 'utf8'))
interface Oracle {
  readonly parse: (xml: string) => unknown
  readonly canon: (tree: unknown, options: { readonly ignoreNs: boolean }) => unknown
}
const oracle: Oracle | null = file === null ? null : await import(pathToFileURL(join(folder, '../_oracle/xml.mjs')).href)
/** As the shared checker does: ids and clocks have no fixed value, and 820 is 820.0. */
const plain = (xml: string): unknown =>
  oracle?.canon(
    oracle.parse(
      xml
        .replace(/uuid:[0-9a-f-]{36}/g, 'uuid:INSTANCE')
        .replace(/<start>[^<]*<\/start>/, '<start>T</start>')
        .replace(/<end>[^<]*<\/end>|<end\/>/, '<end>T</end>')
        .replace(/(\d+)\.0(?=[ <])/g, '$1'),
    ),
    { ignoreNs: true },
  )

describe.skipIf(file === null)('answers', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, { form, steps, expected }) => {
    const got = run(readFileSync(join(folder, 'forms', form), 'utf8'), steps)
    expect(got.status).toBe(expected.status)
    expect(got.violations.map((one) => `${one.ref}:${one.condition}`).toSorted()).toEqual(
      expected.violations.map((one) => `${one.ref}:${one.condition}`).toSorted(),
    )
    expect([...got.relevant].toSorted()).toEqual([...expected.relevant].toSorted())
    expect(got.territoryChoices).toEqual(expected.territoryChoices)
    expect(plain(got.submission)).toEqual(plain(expected.submission))
  })
})
