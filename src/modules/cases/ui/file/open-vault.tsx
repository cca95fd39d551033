/*
What stands before the words of one vault: the key, then a button that says that the look is kept. Opening is never automatic: whoever sits beside
sees a button and no name.
*/
import { type ReactNode, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { VaultName } from '../../contract-vault.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'
import { type CaseWork, type OpenedText, troubleFrom } from './use-case.ts'

interface Props {
  readonly work: CaseWork
  readonly vault: VaultName
  readonly children: (texts: readonly OpenedText[]) => ReactNode
}
export function OpenVault({ work, vault, children }: Props) {
  const { t } = useWords()
  if (!work.canRead(vault)) return <Note tone="calm">{t('case.vault.not-yours')}</Note>
  return <VaultGate>{() => <Opened {...{ work, vault, children }} />}</VaultGate>
}
function Opened({ work, vault, children }: Props) {
  const { t } = useWords()
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null })
  const texts = work.texts(vault)
  const open = async () => {
    setState({ busy: true, error: null })
    try {
      const opened = await work.open(vault)
      setState({ busy: false, error: opened.ok ? null : await troubleFrom(opened.refusal) })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  if (texts !== null) return <>{children(texts)}</>
  return (
    <div className="stack no-print">
      <p className="small">{t('case.vault.kept')}</p>
      {state.error !== null && <ErrorState error={state.error} />}
      <div>
        <Button busy={state.busy} onClick={() => void open()}>
          {t('case.vault.open')}
        </Button>
      </div>
    </div>
  )
}

/** Translators and extensions of the browser send what they read elsewhere. */
export function Words({ text }: { readonly text: OpenedText }) {
  const { t } = useWords()
  return text.plain === null ? (
    <Note>{t('case.vault.not-readable')}</Note>
  ) : (
    <p className="case-words sealed-words" translate="no">
      {text.plain}
    </p>
  )
}
