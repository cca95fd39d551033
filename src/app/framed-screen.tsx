/* A screen in its frame: who may open it is checked around it, and its words come with it, so that none is drawn with holes. */
import type { ComponentType } from 'react'
import type { Screen, ScreenProps } from './screen.ts'
import { Gate } from './shell/gate.tsx'
import { needWords } from './words.ts'

export async function framedScreen({ load, words, capability }: Screen): Promise<ComponentType<ScreenProps>> {
  const [Inside] = await Promise.all([load(), needWords(words ?? 'office')])
  return function Framed({ params }) {
    return (
      <Gate capability={capability}>
        <Inside params={params} />
      </Gate>
    )
  }
}
