import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CertificateStatus, CheckResult, Verdict } from '../contract.ts'
import { checks } from '../domain/checks.ts'
import { certificateRulebook } from '../domain/rulebook.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

const folder = fileURLToPath(new URL('../domain/', import.meta.url))
const sourceOf = (name: string): string => readFileSync(`${folder}${name}`, 'utf8')
const found = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((hit) => hit[1] ?? '')
const domain = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map(sourceOf)
  .join('\n')

// Every code that a check may put into its evidence, and every reason of a verification, read from the sources.
const checkSources = ['check-chain.ts', 'check-papers.ts', 'check-parties.ts', 'check-incidents.ts', 'check-documents.ts', 'checks.ts']
  .map(sourceOf)
  .join('\n')
const evidence = new Set(
  [
    ...found(checkSources, /look\([^,()]*?, '([a-z-]+)'/g),
    ...found(checkSources, /\? '([a-z-]+)' : '[a-z-]+', /g),
    ...found(checkSources, /\? '[a-z-]+' : '([a-z-]+)', /g),
    ...found(sourceOf('check-sight.ts'), /code: '([a-z-]+)'/g),
    ...found(checkSources, /'(site-[a-z-]+-now)'/g),
    ...found(checkSources, /\? '(site-[a-z-]+)' : 'site-[a-z-]+'/g),
    ...found(checkSources, /\? 'site-[a-z-]+' : '(site-[a-z-]+)'/g),
  ].filter((code) => !CheckResult.safeParse(code).success),
)
const verifying = ['verify.ts', 'verify-key.ts', '../server/credential/verify-credential.ts'].map(sourceOf).join('\n')
const reasons = new Set([
  ...found(verifying, /code: '([a-z-]+)'/g),
  ...found(verifying, /code: [^'\n,]*\? '([a-z-]+)'/g),
  ...found(verifying, /code: [^\n,]*\? [^\n,]* : '([a-z-]+)'/g),
  ...found(verifying, /notBelieved\('[a-z-]+', '([a-z-]+)'\)/g),
  'revoked',
  'replaced',
])
const expected = [
  ...[...evidence].map((code) => `evidence.${code}`),
  ...[...reasons].map((code) => `verify.${code}`),
  ...found(domain, /refused\('([a-z-]+)'/g).map((code) => `refusal.${code}`),
  ...checks.flatMap(({ id, threshold }) => [
    `check.${id}`,
    `check.${id}.remedy`,
    ...(threshold ? [`threshold.${threshold(certificateRulebook.values).code}`] : []),
  ]),
  ...['certificate.check-judged', 'certificate.check-open', 'certificate.checked-judged'],
  ...CheckResult.options.map((result) => `check-result.${result}`),
  ...Verdict.options.map((verdict) => `verdict.${verdict}`),
  ...CertificateStatus.options.map((status) => `certificate.status.${status}`),
]
// Spoken for by the modules whose words they are.
const ofOthers = ['refusal.unknown-lot', 'refusal.unknown-organisation', 'refusal.paper-scan-not-sent']

test('the search finds what it looks for', () => {
  expect(evidence.size).toBeGreaterThan(45)
  expect(reasons.size).toBeGreaterThan(14)
})

test.each(['fr', 'en'] as const)('every code has its sentence in %s', (language) => {
  const words: { readonly [key: string]: string } = language === 'fr' ? fr : en
  expect(expected.filter((key) => !ofOthers.includes(key) && !words[key])).toEqual([])
})

test('no sentence about evidence or verification is left over', () => {
  const spoken = Object.keys(fr).filter((key) => key.startsWith('evidence.') || key.startsWith('verify.'))
  expect(spoken.filter((key) => !expected.includes(key))).toEqual([])
})

test('both languages fill in the same facts', () => {
  const slots = (text: string): string => [...new Set(found(text, /\{(\w+)/g))].sort().join()
  const pairs: readonly (readonly [string, string])[] = Object.entries(fr)
  const english: { readonly [key: string]: string } = en
  expect(pairs.filter(([key, text]) => slots(text) !== slots(english[key] ?? '')).map(([key]) => key)).toEqual([])
})
