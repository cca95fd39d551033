/*
A new draft. Its id is made once and stays on this device until the server has the draft, so that a reload before the first saving goes
on with what was typed; from then on the address names it.
*/
import { deviceKeep } from '../../../../app/device.ts'
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DraftAt } from './draft-screen.tsx'

const place = 'chanzo.order-draft.new'
function freshId(): string {
  const id = deviceKeep().getItem(place) ?? newId()
  deviceKeep().setItem(place, id)
  return id
}

export function NewOrderScreen() {
  const [{ draft }, change] = useUrlState()
  const [fresh] = useState(freshId)
  const onFirst = () => {
    deviceKeep().removeItem(place)
    change({ draft: fresh })
  }
  return <DraftAt id={draft ?? fresh} isNew={draft === undefined} onFirst={onFirst} />
}
