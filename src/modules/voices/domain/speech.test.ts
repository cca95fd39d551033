import { expect, test } from 'vitest'
import { languageOfMessage, saidToService } from './speech.ts'

test.each([
  ['Les agents prennent 5000 FC à la barrière', 'fr'],
  ['Soldiers are at the pit and they take money', 'en'],
  ['Wanajeshi wanachukua pesa kwa watu wa mgodi', 'sw'],
  ['Basoda bazali kosenga mbongo na bato awa', 'ln'],
  ['Bwawa: agent SAEMAPE anachukua', 'sw'],
  ['Wakala wa SAEMAPE na duka la Bahati, wamerudi tena', 'sw'],
  ['Benga ngai na nzela, bazongi', 'ln'],
  ['Bisie 5000', 'fr'],
])('%s', (message, language) => {
  expect(languageOfMessage(message)).toMatchObject({ language, text: message })
})
test('a first word chooses the language and is not part of the report', () => {
  expect(languageOfMessage('SWAHILI shimo limeanguka')).toEqual({ language: 'sw', text: 'shimo limeanguka', by: 'said' })
  expect(languageOfMessage('Lingala: libulu ekweyi')).toEqual({ language: 'ln', text: 'libulu ekweyi', by: 'said' })
})
test.each(['SWAHILI', 'Lingala.', 'english', 'FRANÇAIS'])('%s alone is a language and no report', (message) => {
  expect(languageOfMessage(message)).toMatchObject({ text: '', by: 'said' })
})
test('what is said to the service is no report; what is told to it is one, however short', () => {
  expect(['STOP', 'stop svp', 'Bonjour', 'aide ?', '???', 'Jambo', 'mbote!'].map(saidToService)).toEqual([
    ...['stop', null, 'hello', 'hello', 'hello', 'hello', 'hello'],
  ])
  for (const told of ['ajali', 'bonjour il y a un mort au puits', 'FARDC barrière', 'stop barrière Kalole'])
    expect(saidToService(told)).toBeNull()
})
