/*
Distances on the New shelf. Where the telephone stands is asked by a button and never by itself: it costs battery, and a question about one's
position should have been asked for. The position stays on this screen and is written nowhere.
*/
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../../app/api.ts'
import { Button } from '../../../app/kit/button.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import { type Distance, type PlacedSite, distanceTo } from '../domain/distance.ts'

interface Here {
  readonly latitude: number
  readonly longitude: number
  readonly accuracy: number
}
export interface Where {
  readonly here: Here | null
  readonly state: 'idle' | 'asking' | 'refused'
  readonly ask: () => void
}

export function useHere(): Where {
  const [here, setHere] = useState<Here | null>(null)
  const [state, setState] = useState<Where['state']>('idle')
  const asked = () => {
    if (!('geolocation' in navigator)) return setState('refused')
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        setHere({ latitude, longitude, accuracy })
        setState('idle')
      },
      () => setState('refused'),
      { enableHighAccuracy: true, maximumAge: 60_000, timeout: 60_000 },
    )
    return undefined
  }
  return { here, state, ask: asked }
}

export function WhereButton({ where }: { readonly where: Where }) {
  const { t } = useWords()
  const { here, state } = where
  return (
    <div className="stack no-print" style={{ gap: 6 }}>
      <div>
        <Button busy={state === 'asking'} onClick={where.ask}>
          {t(state === 'asking' ? 'phone.new.where.asking' : here === null ? 'phone.new.where' : 'phone.new.where.again')}
        </Button>
      </div>
      {state === 'refused' && (
        <Note tone="warn" live>
          {t('phone.new.where.no')}
        </Note>
      )}
    </div>
  )
}

/** Of each site that is kept here and has a position; empty while the position was not asked. */
export function useDistances(sites: readonly string[], here: Here | null): ReadonlyMap<string, Distance> {
  const wanted = here === null ? [] : [...new Set(sites)]
  const pages = useQueries({
    queries: wanted.map((site) => ({
      queryKey: [`/api/sites/${site}`],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask<PlacedSite>(`/api/sites/${site}`, signal),
      staleTime: 600_000,
    })),
  })
  return new Map(
    wanted.flatMap((site, at): readonly (readonly [string, Distance])[] => {
      const page = pages[at]?.data?.data
      const distance = here === null || page === undefined ? null : distanceTo(page, here)
      return distance === null ? [] : [[site, distance]]
    }),
  )
}

const sentence = { exact: 'phone.new.distance', about: 'phone.new.distance.about', within: 'phone.new.distance.within' } as const

export const distanceText = (t: Translate, { kilometres, said }: Distance): string => t(sentence[said], { kilometres })
