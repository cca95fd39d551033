/*
What else of this visit and this member lies unfinished on the device: a form that was begun in another version, or a second answer that was
kept apart. Each goes on in its own version; answers may be taken over into the visit's version, and what does not fit is listed. Nothing
is deleted: both stay until they are handed in.
*/
import { useState } from 'react'
import { formReader } from '../../../../app/form-reader.ts'
import { deviceFiles, deviceKeep } from '../../../../app/device.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { type OtherDraft, otherDrafts, putDraft } from './draft-slots.ts'

interface OtherDraftsProps {
  readonly inspection: string
  readonly by: string
  /** `<form>.<version>` of the draft on the screen. */
  readonly shown: string
  /** The form that the visit asks for. */
  readonly current: { readonly slot: string; readonly xform: string }
  readonly open: (slot: string | null) => void
  /** The draft of the visit's version was written: begin again from it. */
  readonly again: () => void
}
interface Taken {
  readonly taken: number
  readonly left: readonly { readonly name: string; readonly value: string }[]
}

export function OtherDrafts({ inspection, by, shown, current, open, again }: OtherDraftsProps) {
  const { t } = useWords()
  const [taken, setTaken] = useState<Taken | null>(null)
  const others = otherDrafts(deviceKeep(), { inspection, by }).filter((one) => one.slot !== shown)
  const hasCurrent = shown === current.slot || others.some((one) => one.slot === current.slot)
  const takeOver = async (draft: OtherDraft) => {
    const reader = await formReader()
    const { xml, ...told } = reader.takeAnswersOver({ xform: current.xform, xml: draft.xml })
    await copyFiles(`${inspection}.${by}.`, draft.slot, current.slot)
    putDraft(deviceKeep(), { inspection, by, slot: current.slot }, xml)
    setTaken(told)
  }
  const goOn = () => {
    setTaken(null)
    open(null)
    again()
  }
  if (taken) return <TakenOver taken={taken} go={goOn} />
  return (
    <>
      {others.map((one) => (
        <Note key={one.slot} tone={one.isApart ? 'calm' : 'warn'}>
          <p>
            {one.slot === current.slot
              ? t('drafts.own-version')
              : one.isApart
                ? t('drafts.apart')
                : t('drafts.other-version', { version: one.version })}{' '}
            <InstantText at={one.savedAt} />
          </p>
          <div className="row tight">
            <Button onClick={() => open(one.slot === current.slot ? null : one.slot)}>{t('drafts.open')}</Button>
            {!one.isApart && one.slot !== current.slot && !hasDraft(inspection, by, current.slot) && (
              <Button onClick={() => void takeOver(one)}>{t('drafts.take-over')}</Button>
            )}
          </div>
        </Note>
      ))}
      {shown !== current.slot && hasCurrent && <p className="small">{t('drafts.not-current')}</p>}
    </>
  )
}
/** Photographs belong to both drafts now. */
async function copyFiles(place: string, from: string, to: string): Promise<void> {
  for (const key of await deviceFiles().keys(`${place}${from}/`)) {
    const bytes = await deviceFiles().read(key)
    if (bytes) await deviceFiles().keep(`${place}${to}${key.slice(place.length + from.length)}`, bytes)
  }
}
const hasDraft = (inspection: string, by: string, slot: string): boolean =>
  otherDrafts(deviceKeep(), { inspection, by }).some((one) => one.slot === slot)

function TakenOver({ taken, go }: { readonly taken: Taken; readonly go: () => void }) {
  const { t } = useWords()
  return (
    <Note tone={taken.left.length > 0 ? 'warn' : 'good'} live>
      <p>{t('drafts.taken', { n: taken.taken })}</p>
      {taken.left.length > 0 && (
        <>
          <p>{t('drafts.left', { n: taken.left.length })}</p>
          <ul>
            {taken.left.map((one, at) => (
              <li key={at}>
                <b>{one.name}</b> : {one.value}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button kind="primary" onClick={go}>
        {t('drafts.go-on')}
      </Button>
    </Note>
  )
}
