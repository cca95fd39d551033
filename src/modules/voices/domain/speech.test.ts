import { expect, test } from 'vitest'
import { languageOfMessage } from './speech.ts'

test.each([
  ['Les agents prennent 5000 FC à la barrière', 'fr'],
  ['Soldiers are at the pit and they take money', 'en'],
  ['Wanajeshi wanachukua pesa kwa watu wa mgodi', 'sw'],
  ['Basoda bazali kosenga mbongo na bato awa', 'ln'],
  ['Bisie 5000', 'fr'],
])('%s', (message, language) => {
  expect(languageOfMessage(message)).toEqual({ language, text: message })
})
test('a first word chooses the language and is not part of the report', () => {
  expect(languageOfMessage('SWAHILI shimo limeanguka')).toEqual({ language: 'sw', text: 'shimo limeanguka' })
  expect(languageOfMessage('Lingala: libulu ekweyi')).toEqual({ language: 'ln', text: 'libulu ekweyi' })
})
