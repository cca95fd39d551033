import { expect, test } from 'vitest'
import { actorsOf } from './actors.ts'
import { DESK_ORDER } from './conflict.ts'

test('every kind that may sit at the desk goes on into the incident, so that who was kept from the report is kept from it', () => {
  for (const kind of DESK_ORDER) expect(actorsOf([kind])).toContainEqual({ class: kind })
  expect(actorsOf(['civil-society', 'ngo', 'saemape'])).toEqual([{ class: 'civil-society' }, { class: 'ngo' }, { class: 'saemape' }])
})
