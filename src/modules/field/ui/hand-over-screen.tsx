/* A finished inspection goes to a colleague's telephone: by codes held face to face, or by a file that opens with a code read aloud. */
import { useEffect, useState } from 'react'
import type { Phone } from '../../../app/field/phone.ts'
import { chance } from '../../../app/field/keys.ts'
import { AppLink, Button, LinkButton } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { saveFile } from '../../../app/kit/save-file.ts'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { Tabs } from '../../../app/kit/tabs.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords } from '../../../app/words.ts'
import { codeOf } from '../domain/hand-over.ts'
import { DeskNote } from './desk-note.tsx'
import { HandOverCodes } from './hand-over-codes.tsx'
import { contentFor, packed, sealedFile } from './hand-over-pack.ts'
import { HandedOver } from './handed-over.tsx'
import { usePhone } from './use-phone.ts'
import './hand-over.css'

export function HandOverScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const phone = usePhone()
  if (phone === null) return <DeskNote title={t('hand.title')} />
  return <Giving phone={phone} inspection={params['inspection'] ?? ''} />
}

interface Ready {
  readonly bytes: Uint8Array
  readonly parcels: number
}
function Giving({ phone, inspection }: { readonly phone: Phone; readonly inspection: string }) {
  const { t } = useWords()
  const [ready, setReady] = useState<Ready | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [tab, setTab] = useState('codes')
  useEffect(() => {
    let wanted = true
    const make = async () => {
      const content = await contentFor(phone, inspection, false)
      const bytes = await packed(content)
      if (wanted) setReady({ bytes, parcels: content.parcels.length })
    }
    make().catch((trouble: unknown) => wanted && setError(trouble))
    return () => {
      wanted = false
    }
  }, [phone, inspection])
  return (
    <Page
      title={t('hand.title')}
      crumbs={<AppLink to={`/inspections/${inspection}`}>{t('hand.back')}</AppLink>}
      actions={<LinkButton to="/field/take-over">{t('hand.take')}</LinkButton>}
    >
      {error !== null && <ErrorState error={error} />}
      {ready === null && error === null && <Loading />}
      {ready?.parcels === 0 && (
        <Panel>
          <EmptyState title={t('hand.nothing')}>{t('hand.nothing.do')}</EmptyState>
        </Panel>
      )}
      {ready !== null && ready.parcels > 0 && (
        <>
          <HandedOver phone={phone} inspection={inspection} />
          <Panel>
            <Tabs
              label={t('hand.how')}
              tabs={[
                { key: 'codes', label: t('hand.by-codes'), content: <HandOverCodes bytes={ready.bytes} /> },
                { key: 'file', label: t('hand.by-file'), content: <ByFile phone={phone} inspection={inspection} /> },
              ]}
              value={tab}
              onValue={setTab}
            />
          </Panel>
          <Source>{t('hand.signed')}</Source>
        </>
      )}
    </Page>
  )
}

function ByFile({ phone, inspection }: { readonly phone: Phone; readonly inspection: string }) {
  const { t } = useWords()
  const [code] = useState(() => codeOf(chance(12)))
  const [state, setState] = useState<'idle' | 'making' | 'given'>('idle')
  const [error, setError] = useState<unknown>(null)
  const give = async () => {
    setState('making')
    setError(null)
    try {
      const bytes = await sealedFile(await contentFor(phone, inspection, true), code)
      await shareFile(`transmission-${phone.now().slice(0, 10)}.chanzo`, bytes)
      setState('given')
    } catch (trouble) {
      setError(trouble)
      setState('idle')
    }
  }
  return (
    <div className="stack">
      <p>{t('hand.file.explain')}</p>
      <p>
        {t('hand.file.code')}
        <br />
        <span className="hand-secret">{code}</span>
      </p>
      <Note>{t('hand.file.aloud')}</Note>
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={state === 'making'} onClick={() => void give()}>
          {t('hand.file.go')}
        </Button>
      </div>
      {state === 'given' && (
        <Note tone="good" live>
          {t('hand.file.given')}
        </Note>
      )}
    </div>
  )
}

/** The phone's own sheet where it takes files (nearby share, a card); else a file in the downloads. */
async function shareFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const file = new File([bytes], name, { type: 'application/octet-stream' })
  if (navigator.canShare?.({ files: [file] })) {
    const isDone = await navigator.share({ files: [file] }).then(
      () => true,
      (error: unknown) => error instanceof DOMException && error.name === 'AbortError',
    )
    if (isDone) return
  }
  saveFile(name, bytes, 'application/octet-stream')
}
