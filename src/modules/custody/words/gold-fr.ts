/* Les phrases de l’or : sachets, réouvertures, fontes, prix de référence. */
export const goldFr = {
  'refusal.not-the-buyer': 'Le sachet {number} s’achète pour votre propre organisation. Indiquez-la comme acheteur.',
  'refusal.sachet-is-empty': 'Le sachet {number} ne pèse rien. Indiquez son poids en grammes, avec deux ou trois décimales.',
  'refusal.digger-or-cooperative-needed':
    'Le sachet {number} ne dit pas de qui vient l’or. Indiquez le numéro de carte du creuseur, la coopérative, ou les deux.',
  'refusal.card-is-a-number':
    'Pour le sachet {number}, la carte du creuseur se dit par son numéro, jamais par un nom. Copiez le numéro de la carte.',
  'refusal.not-a-sachet': 'Le lot {number} n’est pas un sachet d’or. Seul un sachet scellé se rouvre devant témoins.',
  'refusal.two-witnesses-needed':
    'Le sachet {number} ne se rouvre que devant deux témoins de deux organismes différents. Ajoutez le deuxième, avec sa fonction.',
  'refusal.holder-is-no-witness':
    'Le détenteur du sachet {number} ne peut pas être témoin de sa réouverture. Choisissez deux autres organismes.',
  'refusal.sachet-is-open': 'Le sachet {number} est ouvert. Rescellez-le avec un nouveau numéro devant deux témoins, puis envoyez-le.',
  'refusal.gold-in-milligrams': 'Le lot {number} est de l’or pesé au milligramme. Indiquez le poids en grammes avec trois décimales.',
  'refusal.gold-own-act':
    'Le lot {number} est de l’or pesé au milligramme : cet acte compte en grammes entiers. Fondez-le ou formez-en un lot d’exportation au comptoir d’or, ou vendez-le par envoi et réception.',
  'refusal.not-gold-in-milligrams':
    'Le lot {number} n’est pas de l’or pesé au milligramme. Une fonte et un lot d’or se font de sachets et de lingots.',
  'refusal.gold-overdrawn':
    'Du lot {number}, il reste {remainingMilligrams} mg ; vous en prenez {drawnMilligrams}. Prenez au plus ce qui reste.',
  'refusal.melt-already-recorded': 'Cette fonte est déjà enregistrée sous le numéro {number}. Rien à refaire.',
  'refusal.melt-number-taken': 'Le numéro {number} est déjà celui d’une autre fonte. Donnez le numéro du registre de fonte.',
  'refusal.price-already-declared': 'Ce prix est déjà enregistré. Rien à refaire.',
  'refusal.price-is-nothing': 'Le prix de référence est nul. Indiquez le prix publié.',
  'refusal.price-in-the-future': 'Le prix est daté du {pricedOn}, qui n’est pas encore venu. Vérifiez le jour.',
  'refusal.no-photo': 'Aucune photo de ce sachet ne vous est ouverte.',

  'finding.F13.sealed-before-produced': 'Le sachet a été scellé ({downstreamOn}) avant la production de l’or ({upstreamOn}).',
  'finding.F13.sealed-in-the-future': 'Le scellé est daté du {upstreamOn}, après le jour où il nous est connu ({downstreamOn}).',
  'finding.F13.reopened-before-last-step': 'La réouverture ({downstreamOn}) précède l’étape d’avant ({upstreamOn}).',
  'finding.F13.reopened-in-the-future': 'La réouverture est datée du {upstreamOn}, après le jour où elle nous est connue ({downstreamOn}).',
  'finding.F39.number-twice': 'Le numéro {serial} est aussi celui d’un autre lot. Les deux sont en quarantaine jusqu’à vérification.',
  'finding.F39.seal': 'Le scellé du sachet {serial} a été trouvé rompu.',
  'finding.F39.weight': 'Le poids de {serial} passe de {sentMilligrams} mg à {receivedMilligrams} mg, plus d’un demi pour cent d’écart.',
  'finding.P10.gain': 'La fonte donne {outputMilligrams} mg pour {inputMilligrams} mg fondus : le surplus n’a pas d’origine.',
  'finding.P10.loss': 'La fonte donne {outputMilligrams} mg pour {inputMilligrams} mg fondus, une perte plus grande que d’usage.',
  'finding.P11': 'Or fin de la fonte : {inputFineMilligrams} mg entrés, {outputFineMilligrams} mg sortis. L’écart dépasse ce qu’on attend.',
} as const
