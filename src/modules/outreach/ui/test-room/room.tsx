/*
The room: somebody types a badge, chooses before or after and a language, and answers question by question. What is handed in leaves the screen, and nothing says which
answers were right; the next badge begins empty. A sheet that is not handed in stays on the device.
*/
import { useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { deviceKeep } from '../../../../app/device.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { HandInSheet, KeptTest } from '../../contract-sheets.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { type Begin, badgeIn, begin, handedIn } from './filling.ts'
import { type BegunSheet, addDone, begunSheet, doneSheets, keepBegun, sheetKey } from './kept-tests.ts'
import { SheetPages } from './sheet-pages.tsx'

interface RoomProps {
  readonly test: KeptTest
  readonly onLeave: () => void
}
export function Room({ test, onLeave }: RoomProps) {
  const keep = deviceKeep()
  const [lying, setLying] = useState(() => begunSheet(keep, test))
  const [open, setOpen] = useState(false)
  const [given, setGiven] = useState<BegunSheet | null>(null)
  const { send, sending, error } = useCommand<HandInSheet>(`/api/training/sessions/${test.session}/sheets`)
  const change = (sheet: BegunSheet) => {
    keepBegun(keep, test.session, sheet)
    setLying(sheet)
  }
  const start = (said: Begin) => {
    const sheet = begin(test, said, lying)
    if (sheet === null) return
    setGiven(null)
    change(sheet)
    setOpen(true)
  }
  const give = async (sheet: BegunSheet) => {
    const receipt = await send(handedIn(test, sheet), { consumes: { texts: [sheetKey(test.session)], files: [] } }).catch(() => null)
    if (receipt === null) return
    keep.removeItem(sheetKey(test.session))
    addDone(keep, test.session, { badge: sheet.badge, when: sheet.when })
    setLying(null)
    setOpen(false)
    setGiven(sheet)
  }
  return open && lying !== null ? (
    <>
      <SheetPages
        test={test}
        sheet={lying}
        sending={sending}
        onSheet={change}
        onBack={() => setOpen(false)}
        onGive={() => void give(lying)}
      />
      {error && <ErrorState error={error} />}
    </>
  ) : (
    <Door {...{ test, lying, given, onLeave }} onBegin={start} />
  )
}

interface DoorProps extends RoomProps {
  readonly lying: BegunSheet | null
  readonly given: BegunSheet | null
  readonly onBegin: (said: Begin) => void
}
function Door({ test, lying, given, onBegin, onLeave }: DoorProps) {
  const { t } = useWords()
  const [said, setSaid] = useState<Begin>({ badge: '', when: given?.when ?? lying?.when ?? 'pre', language: test.languages[0] ?? 'fr' })
  const set = (part: Partial<Begin>) => setSaid((before) => ({ ...before, ...part }))
  const badge = badgeIn(said.badge)
  const done = doneSheets(deviceKeep(), test.session)
  return (
    <Panel>
      <form
        className="stack test-sheet"
        onSubmit={(event) => {
          event.preventDefault()
          onBegin(said)
        }}
      >
        {given !== null && (
          <Note tone="good" live>
            <span lang={given.language}>{sheetWords[given.language].given.replace('{badge}', String(given.badge))}</span>
          </Note>
        )}
        {lying !== null && <Note tone="warn">{t('test-room.go-on', { badge: lying.badge })}</Note>}
        <TextField
          label={t('test-room.badge')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={said.badge}
          onValue={(value) => set({ badge: value })}
        />
        {badge !== null && !test.badges.includes(badge) && (
          <Note tone="warn" live>
            {t('test-room.badge.unlisted', { badge })}
          </Note>
        )}
        {badge !== null && done.some((one) => one.badge === badge && one.when === said.when) && (
          <Note tone="calm" live>
            {t('test-room.badge.again', { badge })}
          </Note>
        )}
        <Choice
          legend={t('test-room.when')}
          value={said.when}
          options={(['pre', 'post'] as const).map((value) => ({ value, label: sheetWords[said.language][value] }))}
          onValue={(when) => set({ when })}
        />
        <Choice
          legend={t('test-room.language')}
          value={said.language}
          options={test.languages.map((value) => ({ value, label: sheetWords[value].name }))}
          onValue={(language) => set({ language })}
        />
        <div className="form-actions">
          <Button onClick={onLeave}>{t('test-room.leave')}</Button>
          <Button kind="primary" type="submit" disabled={badge === null}>
            {t('test-room.begin')}
          </Button>
        </div>
        {done.length > 0 && (
          <p className="small">
            {t('test-room.others')} : {done.map((one) => `${one.badge} (${sheetWords[said.language][one.when]})`).join(', ')}
          </p>
        )}
      </form>
    </Panel>
  )
}
