import { expect, test } from 'vitest'
import { screenFr } from '../../words/screen-fr.ts'
import { filteredKinds, filteredStates } from './lot-filters.ts'

test.each([
  ['lots.kind.', filteredKinds],
  ['lots.state.', filteredStates],
])('every %s… that has a word can be picked in the list', (prefix, offered) => {
  const named = Object.keys(screenFr).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
  expect([...offered].toSorted()).toEqual(named.toSorted())
})
