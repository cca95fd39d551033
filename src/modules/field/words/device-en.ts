/* What a telephone says when it does not open, read or let go: PINs, rescue files, signing out. */
import type { deviceFr } from './device-fr.ts'

export const deviceEn: { readonly [Key in keyof typeof deviceFr]: string } = {
  'refusal.pin-too-short': 'This PIN is too short. Choose at least {least} digits, or a sentence of at least {letters} characters.',
  'refusal.pin-too-long': 'This PIN is too long: {most} characters at most. Choose a shorter one.',
  'refusal.pin-too-easy': 'This PIN is one of those that are tried first (row, repetition, year, keys in a line). Choose another one.',
  'refusal.wrong-pin': 'This is not the right PIN. See that it is your seat, then try again; after too many tries the network is needed.',
  'refusal.needs-network':
    'Too many wrong PINs. Go where there is network, then choose “Forgotten PIN” and give your password. Your work stays on this telephone.',
  'refusal.key-destroyed':
    'After too many wrong PINs no PIN opens this seat any more. What was not sent is not lost: with network, choose “Forgotten PIN”, or make a rescue file and hand it to the person in charge.',
  'refusal.lease-over':
    'This telephone has not spoken with the server for {days} days. Go where there is network, then give your PIN: it will open. Your work stays here.',
  'refusal.no-such-seat': 'There is no such seat on this telephone. Go back to the list of seats.',
  'refusal.seat-locked': 'This seat is locked. Open it with its PIN, then try again.',
  'refusal.open-elsewhere': 'This seat is already open in another window of this telephone. Close the other window, then give your PIN.',
  'refusal.wrong-data-key':
    'The key that came from the server does not open this seat. See that you are the person enrolled on this seat, then try again.',
  'refusal.unsent-work':
    'There is work left on this telephone: {ready} to send, {photos} {photos|photograph|photographs}, {drafts} {drafts|draft|drafts}, {files} {files|file carried for a colleague|files carried for colleagues}. Send, finish or make a rescue file, then sign out.',
  'refusal.not-a-rescue-file': 'This file is not a rescue file of Chanzo, or its beginning is damaged. Copy it again from the telephone.',
  'refusal.rescue-file-without-code':
    'This file was made on a locked telephone: only the server can open it. Hand it to the person in charge.',
  'refusal.code-not-complete':
    'The code of the file has sixteen letters and digits, in four groups of four. Read it again and complete it.',
  'refusal.wrong-code-of-file':
    'This code does not open this file. See that code and file were made together, then read it again letter by letter.',
  'refusal.duress-pin-same': 'The PIN for duress must differ from your PIN. Choose another one.',
}
