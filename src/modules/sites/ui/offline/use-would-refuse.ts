/* On a telephone nobody may hear of a refusal days later: the same decision is asked here first, with what this phone knows. */
import { useEffect, useState } from 'react'
import { fieldHand } from '../../../../app/device.ts'
import { type Me, useMe } from '../../../../app/who.ts'
import type { InspectionCommand } from '../../domain/missions/inspection-words.ts'
import type { ProvisionalPage } from '../../domain/missions/provisional.ts'
import { usePreviousYellow } from '../inspections/previous-yellow.ts'

export interface WouldRefuse {
  readonly code: string
  readonly facts: { readonly [name: string]: unknown }
}
/** Null while nothing speaks against it, and always at a desk: there the server answers at once. */
export function useWouldRefuse(page: ProvisionalPage, command: InspectionCommand | null): WouldRefuse | null {
  const me = useMe().data
  const previousYellow = usePreviousYellow(page)
  const [told, setTold] = useState<WouldRefuse | null>(null)
  const asked = fieldHand() === null || me === undefined || command === null ? null : JSON.stringify([command, previousYellow])
  useEffect(() => {
    let wanted = true
    if (asked === null || me === undefined || command === null) setTold(null)
    else void decided(page, { command, previousYellow, me }).then((refusal) => wanted && setTold(refusal))
    return () => {
      wanted = false
    }
    // `asked` holds what `command` and `previousYellow` say; both are new objects at every drawing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, page, me])
  return told
}

interface Question {
  readonly command: InspectionCommand
  readonly previousYellow: readonly string[]
  readonly me: Me
}
/** The decider is brought only here: it knows schemas, and reading a page needs none. */
async function decided(page: ProvisionalPage, { command, previousYellow, me }: Question): Promise<WouldRefuse | null> {
  const { refusalHere } = await import('./would-refuse.ts')
  return refusalHere(page, { command, previousYellow, me })
}
