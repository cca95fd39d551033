/* When the scenes of committees are played: a year of a provincial and a local one, each scene on its day. */
import { addDays, daysBetween } from '../../src/kernel/calendar.ts'
import * as committees from './committee-scenes.ts'
import type { Stage } from './stage.ts'

interface Scene {
  /** Days from today. */
  readonly on: number
  readonly play: (day: string) => Promise<void>
}

export function committeeScenes(stage: Stage): readonly Scene[] {
  const under = { cps: '', cls: '', first: '', second: '', done: '' }
  const local: string[] = []
  const rated = committees.ratingDay(addDays(stage.today, -40))
  const localOn = (on: number): readonly Scene[] => [
    { on: on - 8, play: async (day) => void local.push(await committees.convene(stage, under.cls, { day: addDays(day, 8) })) },
    { on, play: async (day) => void (await committees.localMeeting(stage, local.at(-1) ?? '', on === -96 ? addDays(day, 15) : undefined)) },
  ]
  return [
    { on: -230, play: async (day) => void Object.assign(under, await committees.foundCommittees(stage, day)) },
    { on: -118, play: async (day) => void (under.first = await committees.convene(stage, under.cps, { day: addDays(day, 8) })) },
    { on: -110, play: async (day) => void (under.done = (await committees.firstMeeting(stage, { meeting: under.first, day })).list) },
    { on: -88, play: () => committees.showDone(stage, under.done) },
    ...[-96, -66, -36].flatMap(localOn),
    { on: -60, play: (day) => committees.reviseProvincial(stage, under.cps, day) },
    { on: -80, play: async (day) => void (await committees.fillFund(stage, under, day)) },
    { on: -53, play: async (day) => void (under.second = await committees.convene(stage, under.cps, { day: addDays(day, 8) })) },
    { on: -45, play: () => committees.secondMeeting(stage, { meeting: under.second, first: under.first }) },
    { on: daysBetween(stage.today, rated.day), play: async () => void (await committees.rateFarApart(stage, under, rated.quarter)) },
    {
      on: -35,
      play: async (on) =>
        void (await committees.leave(stage, under.cps, { component: 'private', on, reason: 'Désaccord sur le prélèvement du fonds.' })),
    },
    {
      on: -23,
      play: async (on) =>
        void (await committees.comeBack(stage, under.cps, { component: 'private', on, words: 'Accord sur la clé de répartition.' })),
    },
    {
      on: -12,
      play: async (on) =>
        void (await committees.leave(stage, under.cls, { component: 'cso', on, reason: 'Le point focal n’est plus convoqué.' })),
    },
    { on: -2, play: async (day) => void (await committees.convene(stage, under.cps, { day: addDays(day, 9) })) },
  ]
}
