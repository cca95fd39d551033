/* L'écran qui vérifie une écriture du registre public. */
export const screenLedgerFr = {
  'ledger.entry.title': 'Vérifier dans le registre public',
  'ledger.entry.lead':
    'Tapez le numéro imprimé sur l’arrêté ou le certificat. Cet appareil refait lui-même le calcul : il ne croit pas le serveur sur parole.',
  'ledger.entry.number': 'Numéro imprimé',
  'ledger.entry.look': 'Chercher',
  'ledger.entry.none': 'Rien ne figure sous ce numéro',
  'ledger.entry.none.do': 'Vérifiez le numéro tel qu’il est imprimé. Un acte tout récent entre au registre en quelques secondes.',
  'ledger.entry.checking': 'Vérification en cours…',
  'ledger.entry.holds': 'L’écriture est dans le registre : place {place} sur {size}.',
  'ledger.entry.not-signed-yet': 'L’écriture attend la prochaine signature du registre. Redemandez dans quelques secondes.',
  'ledger.entry.unreachable': 'La preuve n’a pas pu être lue. Vérifiez la connexion et recommencez.',
  'ledger.entry.fault': 'La preuve ne tient pas : {why} Ne vous fiez pas à cette écriture et prévenez l’autorité.',
  'ledger.entry.fault.not-a-proof': 'le serveur n’a pas donné de preuve.',
  'ledger.entry.fault.not-a-checkpoint': 'la tête du registre n’est pas lisible.',
  'ledger.entry.fault.signature-does-not-hold': 'la signature de la tête est fausse.',
  'ledger.entry.fault.not-signed-by-the-log': 'la tête n’est pas signée par la clé que cet appareil connaît.',
  'ledger.entry.fault.not-in-the-tree': 'l’écriture n’est pas dans l’arbre signé.',
  'ledger.entry.key.first':
    'Clé du registre vue pour la première fois sur cet appareil ; comparez-la une fois à celle qui est imprimée ou publiée.',
  'ledger.entry.key.known': 'Même clé que lors de votre visite précédente.',
  'ledger.entry.key.changed': 'Le serveur présente une autre clé que lors de votre visite précédente. Demandez à l’autorité pourquoi.',
  'ledger.entry.growth.first': 'Cet appareil garde désormais la tête du registre ; la prochaine fois il vérifiera qu’elle y est encore.',
  'ledger.entry.growth.holds': 'Le registre contient toujours la tête de {keptSize} écritures que cet appareil avait gardée.',
  'ledger.entry.growth.smaller': 'Le registre est plus petit que la tête de {keptSize} écritures gardée ici : des écritures ont disparu.',
  'ledger.entry.growth.rewritten': 'Le registre ne contient plus la tête de {keptSize} écritures gardée ici : il a été réécrit.',
  'ledger.entry.hash': 'Empreinte au registre',
  'ledger.entry.held': 'Texte du code, ou empreinte imprimée',
  'ledger.entry.held.hint':
    'D’un certificat : le texte imprimé sous le grand code (il commence par ASM) ; cet appareil en calcule l’empreinte. D’un arrêté : l’empreinte imprimée.',
  'ledger.entry.held.fits': 'C’est bien ce papier.',
  'ledger.entry.held.other': 'Ce n’est pas le même texte : le papier et le registre ne vont pas ensemble.',
  'ledger.entry.keep': 'Preuve à conserver avec le papier',
  'ledger.entry.about': 'Ce qu’est le registre public',
  'ledger.paper.title': 'La tête imprimée sur un papier',
  'ledger.paper.lead':
    'Un arrêté ou un certificat imprimé porte le nombre d’écritures et la racine du registre de ce jour-là. Tapez-les : cet appareil vérifie que le registre d’aujourd’hui commence encore par elles.',
  'ledger.paper.size': 'Écritures',
  'ledger.paper.root': 'Racine',
  'ledger.paper.compare': 'Comparer',
  'ledger.paper.holds': 'Le registre de {size} écritures contient toujours cette tête de {typed} : rien n’a été retiré ni changé depuis.',
  'ledger.paper.smaller':
    'Le registre n’a que {size} écritures, le papier en dit {typed} : des écritures ont disparu. Gardez le papier et prévenez l’autorité.',
  'ledger.paper.rewritten':
    'Les {typed} premières écritures ne donnent pas cette racine. Relisez-la lettre par lettre (majuscules et minuscules comptent) ; si elle est juste, le registre a été réécrit : gardez le papier et prévenez l’autorité.',
  'ledger.paper.not-signed':
    'Le registre d’aujourd’hui n’est pas signé par la clé que cet appareil connaît : rien n’a été comparé. Prévenez l’autorité.',
  'ledger.paper.not-typed-whole': 'Tapez le nombre d’écritures et les 44 signes de la racine, le signe « = » compris.',
  'ledger.paper.unreachable': 'Le registre n’a pas pu être lu. Vérifiez la connexion et recommencez.',
} as const
