/* A photograph: taken now or chosen, shrunk on the device, shown as it will be sent. The name is the question's, never the camera's. */
import { useEffect, useId, useRef, useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { onItsWay } from '../../../../app/leaving.ts'
import { useWords } from '../../../../app/words.ts'
import { FaultLine, type WidgetProps } from './widget.tsx'
import { photoSignals } from './evidence-signals.ts'
import { photoName, shrinkPhoto } from './shrink-photo.ts'

export function PhotoField({ label, hint, fault, item, hands }: WidgetProps) {
  const { t } = useWords()
  const [state, setState] = useState<'idle' | 'shrinking' | 'bad'>('idle')
  const file = hands.files.find((one) => one.name === item.value)
  const isSent = !file && hands.sentFiles.includes(item.value)
  const address = useAddress(file?.blob)
  const take = async (chosen: File | undefined, isCamera: boolean) => {
    if (!chosen) return
    setState('shrinking')
    const blob = await shrinkPhoto(chosen)
    if (blob) {
      hands.notice(item.node, photoSignals(chosen, isCamera, Date.now()))
      await hands.attach(item.node, { name: photoName(item.node.name, newId()), blob })
    }
    setState(blob ? 'idle' : 'bad')
  }
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      {address && file && (
        <figure className="run-photo">
          <img src={address} alt={label} />
          <figcaption className="small">
            {t('run.photo.size', { name: file.name, kilobytes: Math.max(1, Math.round(file.blob.size / 1000)) })}
          </figcaption>
        </figure>
      )}
      {isSent && <p className="small">{t('run.photo.sent', { name: item.value })}</p>}
      {item.value !== '' && !file && !isSent && <FaultLine fault={t('run.photo.lost', { name: item.value })} />}
      {!item.readOnly && (
        <div className="row tight">
          <FileButton label={t('run.photo.take')} isCamera onFile={(chosen) => take(chosen, true)} />
          <FileButton label={t('run.photo.choose')} isCamera={false} onFile={(chosen) => take(chosen, false)} />
          {item.value !== '' && (
            <Button kind="quiet" onClick={() => void hands.detach(item.node)}>
              {t('run.photo.remove')}
            </Button>
          )}
        </div>
      )}
      {state === 'shrinking' && <span role="status">{t('run.photo.shrinking')}</span>}
      <FaultLine fault={state === 'bad' ? t('run.photo.bad') : fault} />
    </fieldset>
  )
}

function FileButton({
  label,
  isCamera,
  onFile,
}: {
  readonly label: string
  readonly isCamera: boolean
  readonly onFile: (file: File | undefined) => Promise<void>
}) {
  const id = useId()
  const { input, opened, over } = useCamera()
  return (
    <>
      <input
        id={id}
        ref={input}
        className="unseen run-file"
        type="file"
        accept="image/*"
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onClick={opened}
        onChange={(event) => {
          void onFile(event.target.files?.[0]).finally(onItsWay())
          over()
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className="btn">
        {label}
      </label>
    </>
  )
}
/** From the tap until a picture came or none: a telephone whose time is over meanwhile waits for it before it is locked. */
function useCamera() {
  const input = useRef<HTMLInputElement>(null)
  const done = useRef<(() => void) | null>(null)
  const over = () => {
    done.current?.()
    done.current = null
  }
  const opened = () => {
    over()
    done.current = onItsWay()
  }
  useEffect(() => {
    const field = input.current
    const close = () => {
      done.current?.()
      done.current = null
    }
    field?.addEventListener('cancel', close)
    return () => {
      field?.removeEventListener('cancel', close)
      close()
    }
  }, [])
  return { input, opened, over }
}
function useAddress(blob: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return setAddress(null)
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address
}
