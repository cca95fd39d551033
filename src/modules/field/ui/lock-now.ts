/*
Locks the telephone: first nothing is left to read on the page, in the title or in the address, then the page is loaded anew, which takes every
key out of memory. What was typed lies in the drafts already.
*/
import { openPhone } from '../../../app/field/phone.ts'

export function lockNow(): void {
  document.title = 'Chanzo'
  history.replaceState(null, '', '/')
  document.body.style.visibility = 'hidden'
  const phone = openPhone()
  if (phone === null) location.reload()
  else phone.lock()
}
