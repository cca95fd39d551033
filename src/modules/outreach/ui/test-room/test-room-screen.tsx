/*
Tests of a session on a telephone: kept while there is a network, opened in the room without one. What lies here are questions and badge numbers; neither a name nor which
option is right.
*/
import { useState } from 'react'
import { ask } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { deviceKeep } from '../../../../app/device.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import type { KeptTest, TestsToKeep } from '../../contract-sheets.ts'
import { sheetText } from './sheet-text.ts'
import { doneSheets, dropTest, keepTest, keptTests } from './kept-tests.ts'
import { Room } from './room.tsx'
import './test-room.css'

export function TestRoomScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const [tests, setTests] = useState(() => keptTests(deviceKeep()))
  const look = () => setTests(keptTests(deviceKeep()))
  const chosen = tests.find(({ session }) => session === url['session'])
  const leave = () => {
    change({ session: '' })
    look()
  }
  return (
    <Page title={t('test-room.title')} under={chosen ? chosen.number : t('test-room.under')}>
      {chosen ? (
        <Room key={chosen.session} test={chosen} onLeave={leave} />
      ) : (
        <div className="stack">
          <Panel title={t('test-room.here')}>
            {tests.length === 0 && <EmptyState title={t('test-room.none')}>{t('test-room.none.do')}</EmptyState>}
            {tests.map((test) => (
              <KeptRow key={test.session} test={test} onOpen={() => change({ session: test.session })} onChange={look} />
            ))}
            <Source>{t('test-room.rule')}</Source>
          </Panel>
          <KeepTest onKept={look} />
        </div>
      )}
    </Page>
  )
}

function KeptRow({ test, onOpen, onChange }: { readonly test: KeptTest; readonly onOpen: () => void; readonly onChange: () => void }) {
  const { t, shown } = useWords()
  const { keep, busy, error, noRoom } = useKeeping(onChange)
  const [asks, setAsks] = useState(false)
  const drop = () => {
    dropTest(deviceKeep(), test.session)
    onChange()
  }
  return (
    <section className="kept-test">
      <strong>{sheetText(test.title, shown)}</strong>
      <p className="small">
        {test.number} · {t('test-room.questions', { n: test.questions.length, badges: test.badges.length })} ·{' '}
        {t('test-room.handed', { n: doneSheets(deviceKeep(), test.session).length })}
      </p>
      <Trouble error={error} noRoom={noRoom} />
      <div className="form-actions">
        <Dialog
          title={t('test-room.drop')}
          explain={t('test-room.drop.explain')}
          open={asks}
          onOpen={setAsks}
          trigger={<Button>{t('test-room.drop')}</Button>}
          actions={
            <Button kind="danger" onClick={drop}>
              {t('test-room.drop')}
            </Button>
          }
        >
          {test.number}
        </Dialog>
        <Button busy={busy} onClick={() => void keep(test.session)}>
          {t('test-room.renew')}
        </Button>
        <Button kind="primary" onClick={onOpen}>
          {t('test-room.open')}
        </Button>
      </div>
    </section>
  )
}

/** Asked of the server when somebody says so, and kept by its own schema. */
function useKeeping(onKept: () => void) {
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: Error | null; readonly noRoom: boolean }>({
    ...{ busy: false, error: null, noRoom: false },
  })
  const keep = async (session: string): Promise<boolean> => {
    setState({ busy: true, error: null, noRoom: false })
    try {
      const { data } = await ask<unknown>(`/api/training/sessions/${session}/test`)
      try {
        keepTest(deviceKeep(), data)
      } catch {
        setState({ busy: false, error: null, noRoom: true })
        return false
      }
      setState({ busy: false, error: null, noRoom: false })
      onKept()
      return true
    } catch (error) {
      setState({ busy: false, error: error instanceof Error ? error : new Error('unknown'), noRoom: false })
      return false
    }
  }
  return { ...state, keep }
}
function Trouble({ error, noRoom }: { readonly error: Error | null; readonly noRoom: boolean }) {
  const { t } = useWords()
  return (
    <>
      {error && <ErrorState error={error} />}
      {noRoom && <Note tone="warn">{t('test-room.keep.no-room')}</Note>}
    </>
  )
}

function KeepTest({ onKept }: { readonly onKept: () => void }) {
  const { t, shown } = useWords()
  const { data, error } = useAnswer<TestsToKeep>('/api/training/tests')
  const [session, setSession] = useState('')
  const [kept, setKept] = useState(false)
  const keeping = useKeeping(onKept)
  const open = data?.tests
  const go = async () => {
    setKept(await keeping.keep(session))
  }
  return (
    <Panel title={t('test-room.keep')}>
      <div className="stack">
        {!data && !error && <Loading />}
        {error && <Note tone="calm">{t('test-room.keep.offline')}</Note>}
        {open?.length === 0 && <p>{t('test-room.keep.none')}</p>}
        {open !== undefined && open.length > 0 && (
          <>
            <SelectField
              label={t('test-room.keep.session')}
              value={session}
              options={[
                { value: '', label: t('test-room.keep.choose') },
                ...open.map(({ session: id, number, title, place }) => ({
                  value: String(id),
                  label: [number, place ?? sheetText(title, shown)].join(' · '),
                })),
              ]}
              onValue={(value) => {
                setKept(false)
                setSession(value)
              }}
            />
            {kept && (
              <Note tone="good" live>
                {t('test-room.keep.kept')}
              </Note>
            )}
            <Trouble error={keeping.error} noRoom={keeping.noRoom} />
            <div className="form-actions">
              <Button kind="primary" busy={keeping.busy} disabled={session === ''} onClick={() => void go()}>
                {t('test-room.keep.go')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  )
}
