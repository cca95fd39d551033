import { expect, test } from 'vitest'
import { doAbout } from './hold-words.ts'

test.each([
  ['P05', 'lots.quarantined.do'],
  ['F23 P05', 'lots.quarantined.do'],
  ['Incident, dossier non public', 'lots.quarantined.decision'],
  ['Incident SK-2026-0004', 'lots.quarantined.decision'],
  ['Scellé rompu à Bunagana', 'lots.quarantined.decision'],
])('only of a finding is its examination asked for: %s', (because, sentence) => expect(doAbout(because)).toBe(sentence))
