import { expect, test } from 'vitest'
import { isAbsent } from './absent.ts'
import { caseAddress } from './case-address.ts'

test.each(['team', 'protected', 'signals', '', '..', '01970000-0000-7000-8000-00000000000A/texts'])(
  '“%s” is no case: nothing is asked, and the page is that of an absent one',
  (id) => {
    const { path, error } = caseAddress(id)
    expect([path, isAbsent(error)]).toEqual([null, true])
  },
)

test('a case is asked for by its number', () => {
  const id = '01970000-0000-7000-8000-00000000000a'
  expect(caseAddress(id)).toEqual({ path: `/api/cases/${id}`, error: null })
})
