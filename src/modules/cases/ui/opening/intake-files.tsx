/* Files that go with a case while it is opened: a photograph of a paper, a recording. They stay in memory until they are sealed with the rest. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { firstAttachmentRule } from '../../domain/attachments/attachment.ts'
import { PickFile, type PickedFile, VAULT_OF, mediaWord } from '../attachments/pick-file.tsx'

interface Props {
  readonly files: readonly PickedFile[]
  readonly setFiles: (files: readonly PickedFile[]) => void
}
export function IntakeFiles({ files, setFiles }: Props) {
  const { t } = useWords()
  const [round, setRound] = useState(0)
  const add = (file: PickedFile) => {
    setFiles([...files, file])
    setRound(round + 1)
  }
  return (
    <Panel title={t('opening.files')}>
      <div className="stack">
        {files.length > 0 && (
          <ul className="plain-list">
            {files.map((file, at) => (
              <li key={at} className="row tight">
                <span className="sealed-words" translate="no">
                  {t(`files.kind.${file.kind}`)} · {t(mediaWord(file.mediaType))}
                  {file.title !== '' && ` · ${file.title}`}
                </span>
                <Button kind="quiet" onClick={() => setFiles(files.filter((_, index) => index !== at))}>
                  {t('opening.files.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <details>
          <summary>{t(files.length === 0 ? 'opening.files.add' : 'opening.files.another')}</summary>
          <div className="stack">
            <PickFile key={round} vaultFor={(kind) => VAULT_OF[kind]}>
              {(picked) => (
                <div className="form-actions">
                  <Button disabled={picked === null} onClick={() => picked !== null && add(picked)}>
                    {t('opening.files.take')}
                  </Button>
                </div>
              )}
            </PickFile>
          </div>
        </details>
        <Source>{t('files.rule', { n: firstAttachmentRule.most })}</Source>
      </div>
    </Panel>
  )
}
