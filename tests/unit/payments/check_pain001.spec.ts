import { test } from '@japa/runner'
import { checkPain001, type Breach } from '#app/payments/pain001/check_pain001'
import { writePain001 } from '#app/payments/pain001/pain001'
import type { RuleContext } from '#app/payments/rules/rule'
import { RULES } from '#app/payments/rules/rules'
import { exampleOrder, orderWithTransfer, TODAY } from '#tests/unit/payments/example_order'
import { schemaComplaint, SCHEMAS_MISSING } from '#tests/unit/payments/schema'

const XML = writePain001(exampleOrder())
const SECOND = 'virement 2 (REL-2026-11-0002)'
const LOT = 'lot de virements (PmtInf)'
const HEADER = 'en-tête du fichier (GrpHdr)'

/** The valid file with one passage replaced; the passage must be there. */
function mended(passage: string | RegExp, replacement: string, xml = XML): string {
  const changed = xml.replace(passage, replacement)
  if (changed === xml) throw new Error(`Nothing to replace: ${passage}`)
  return changed
}

/** What each broken file must be told: its code and the places, and nothing else. */
const brokenFiles: { title: string; code: string; where: string[]; xml: () => string }[] = [
  {
    title: 'une marque d’ordre des octets est refusée',
    code: 'BOM',
    where: ['premier octet'],
    xml: () => `\ufeff${XML}`,
  },
  {
    title: 'un autre encodage annoncé est refusé',
    code: 'ENCODAGE',
    where: ['première ligne'],
    xml: () => mended('UTF-8', 'ISO-8859-1'),
  },
  {
    title: 'une déclaration XML absente est refusée',
    code: 'ENCODAGE',
    where: ['première ligne'],
    xml: () => mended(/^.*\n/, ''),
  },
  {
    title: 'un accent est refusé',
    code: 'CARACTERES',
    where: [SECOND],
    xml: () => mended('FICTIVE DU LAC', 'FICTIVE DU LÀC'),
  },
  {
    title: 'un accent dans l’en-tête ou le lot est situé',
    code: 'CARACTERES',
    where: [HEADER, LOT],
    xml: () => XML.replaceAll('FEDERATION', 'FÉDÉRATION'),
  },
  {
    title: 'un XML mal formé est refusé',
    code: 'XML',
    where: ['fichier'],
    xml: () => mended('</GrpHdr>', ''),
  },
  {
    title: 'un DOCTYPE est refusé',
    code: 'XML',
    where: ['fichier'],
    xml: () => mended('<Document', '<!DOCTYPE Document>\n<Document'),
  },
  {
    title: 'une version inconnue est refusée',
    code: 'VERSION',
    where: ['fichier'],
    xml: () => mended('pain.001.001.09', 'pain.008.001.08'),
  },
  {
    title: 'deux lots sont refusés',
    code: 'STRUCTURE',
    where: ['fichier'],
    xml: () => mended('</PmtInf>', '</PmtInf><PmtInf></PmtInf>'),
  },
  {
    title: 'un lot sans virement est refusé',
    code: 'STRUCTURE',
    where: ['fichier'],
    xml: () => writePain001(exampleOrder({ transfers: [] })),
  },
  {
    title: 'un identifiant de plus de 35 caractères est refusé',
    code: 'IDENTIFIANT',
    where: [HEADER],
    xml: () => writePain001(exampleOrder({ messageId: 'A'.repeat(36) })),
  },
  {
    title: 'un identifiant qui finit par une barre est refusé',
    code: 'IDENTIFIANT',
    where: [LOT],
    xml: () => writePain001(exampleOrder({ paymentInformationId: 'A/' })),
  },
  {
    title: 'une double barre dans un identifiant est refusée',
    code: 'IDENTIFIANT',
    where: ['virement 2 (A//B)', 'virement 2 (A//B)'],
    xml: () => writePain001(orderWithTransfer({ endToEndId: 'A//B', instructionId: '/C' })),
  },
  {
    title: 'un identifiant bordé d’espaces est refusé',
    code: 'IDENTIFIANT',
    where: [HEADER],
    xml: () => mended('<MsgId>', '<MsgId> '),
  },
  {
    title: 'une référence absente est demandée',
    code: 'IDENTIFIANT',
    where: ['virement 2 (sans référence)'],
    xml: () => mended('<EndToEndId>REL-2026-11-0002</EndToEndId>', ''),
  },
  {
    title: 'une référence répétée dans le fichier est refusée',
    code: 'IDENTIFIANT_REPETE',
    where: ['virement 2 (REL-2026-11-0001)'],
    xml: () => writePain001(orderWithTransfer({ endToEndId: 'REL-2026-11-0001' })),
  },
  {
    title: 'un InstrId répété dans le fichier est refusé',
    code: 'IDENTIFIANT_REPETE',
    where: [SECOND],
    xml: () => writePain001(orderWithTransfer({ instructionId: 'VIR-2026-11-0001' })),
  },
  {
    title: 'un nombre de virements faux est refusé à l’en-tête',
    code: 'NOMBRE',
    where: [HEADER],
    xml: () => mended('<NbOfTxs>2<', '<NbOfTxs>3<'),
  },
  {
    title: 'un nombre de virements absent du lot est refusé',
    code: 'NOMBRE',
    where: [LOT],
    xml: () => mended(/(<BtchBookg>.*\n)\s*<NbOfTxs>2<\/NbOfTxs>\n/, '$1'),
  },
  {
    title: 'un total faux d’un centime est refusé à l’en-tête',
    code: 'TOTAL',
    where: [HEADER],
    xml: () => mended('<CtrlSum>1284.56<', '<CtrlSum>1284.57<'),
  },
  {
    title: 'un total faux ou absent est refusé aux deux niveaux',
    code: 'TOTAL',
    where: [HEADER, LOT],
    xml: () => mended('<CtrlSum>1284.56</CtrlSum>', '', XML).replace('>1284.56<', '>1284.5<'),
  },
  {
    title: 'une devise étrangère est refusée',
    code: 'DEVISE',
    where: [SECOND],
    xml: () => mended('Ccy="EUR">50', 'Ccy="USD">50'),
  },
  {
    title: 'un compte débiteur tenu en devise est refusé',
    code: 'DEVISE',
    where: [LOT],
    xml: () => mended('<Ccy>EUR<', '<Ccy>CHF<'),
  },
  {
    title: 'un montant nul est refusé',
    code: 'MONTANT',
    where: [SECOND],
    xml: () => writePain001(orderWithTransfer({ amount: 0 })),
  },
  {
    title: 'un montant négatif est refusé',
    code: 'MONTANT',
    where: [SECOND],
    xml: () => writePain001(orderWithTransfer({ amount: -1 })),
  },
  {
    title: 'un milliard d’euros est refusé',
    code: 'MONTANT',
    where: [SECOND],
    xml: () => writePain001(orderWithTransfer({ amount: 100_000_000_000 })),
  },
  {
    title: 'un montant à une décimale est refusé',
    code: 'MONTANT',
    where: [SECOND],
    xml: () => mended('>50.00<', '>50.0<'),
  },
  {
    title: 'une date de création avec fuseau est refusée',
    code: 'DATE_CREATION',
    where: [HEADER],
    xml: () => writePain001(exampleOrder({ createdAt: '2026-11-22T10:00:00Z' })),
  },
  {
    title: 'une date de création impossible est refusée',
    code: 'DATE_CREATION',
    where: [HEADER],
    xml: () => writePain001(exampleOrder({ createdAt: '2026-02-30T24:00:00' })),
  },
  {
    title: 'une date d’exécution illisible est refusée',
    code: 'DATE_EXECUTION',
    where: [LOT],
    xml: () => writePain001(exampleOrder({ executionDate: '24/11/2026' })),
  },
  {
    title: 'une date d’exécution passée est refusée',
    code: 'DATE_PASSEE',
    where: [LOT],
    xml: () => writePain001(exampleOrder({ executionDate: '2026-11-20' })),
  },
  {
    title: 'une date d’exécution où TARGET est fermé est refusée',
    code: 'DATE_FERMEE',
    where: [LOT],
    xml: () => writePain001(exampleOrder({ executionDate: '2026-12-25' })),
  },
  {
    title: 'un mode de paiement par chèque est refusé',
    code: 'MODE_PAIEMENT',
    where: [LOT],
    xml: () => mended('>TRF<', '>CHK<'),
  },
  {
    title: 'un niveau de service urgent est refusé',
    code: 'NIVEAU_SERVICE',
    where: [LOT],
    xml: () => mended('<Cd>SEPA<', '<Cd>URGP<'),
  },
  {
    title: 'un niveau de service contraire sur un virement est refusé',
    code: 'NIVEAU_SERVICE',
    where: [LOT],
    xml: () => mended(/<\/PmtId>/, '</PmtId><PmtTpInf><SvcLvl><Cd>URGP</Cd></SvcLvl></PmtTpInf>'),
  },
  {
    title: 'des frais à la charge de l’association sont refusés',
    code: 'FRAIS',
    where: [LOT],
    xml: () => mended('>SLEV<', '>CRED<'),
  },
  {
    title: 'des frais contraires sur un seul virement sont refusés',
    code: 'FRAIS',
    where: [LOT],
    xml: () => mended('</Amt>', '</Amt><ChrgBr>DEBT</ChrgBr>'),
  },
  {
    title: 'un nom de bénéficiaire vide est refusé',
    code: 'NOM',
    where: [SECOND],
    xml: () => writePain001(orderWithTransfer({ creditorName: ' ' })),
  },
  {
    title: 'un nom de plus de 70 caractères est refusé',
    code: 'NOM',
    where: [HEADER, LOT],
    xml: () => XML.replaceAll('FEDERATION FICTIVE', 'A'.repeat(71)),
  },
  {
    title: 'un donneur d’ordre sans compte est refusé',
    code: 'DONNEUR_ORDRE',
    where: [LOT],
    xml: () => mended(/<DbtrAcct>[^]*<\/DbtrAcct>/, ''),
  },
  {
    title: 'un virement sans bénéficiaire est refusé',
    code: 'BENEFICIAIRE',
    where: [SECOND],
    xml: () => mended(/<Cdtr>\s*<Nm>ASSOCIATION FICTIVE DU LAC<\/Nm>\s*<\/Cdtr>/, ''),
  },
  {
    title: 'un virement sans compte bénéficiaire est refusé',
    code: 'BENEFICIAIRE',
    where: [SECOND],
    xml: () => mended(/<CdtrAcct>\s*<Id>\s*<IBAN>CH[^]*<\/CdtrAcct>/, ''),
  },
  {
    title: 'une clé d’IBAN fausse est refusée',
    code: 'IBAN',
    where: [SECOND],
    xml: () => mended('CH93', 'CH94'),
  },
  {
    title: 'un IBAN écrit avec des espaces est refusé',
    code: 'IBAN',
    where: [SECOND],
    xml: () => mended('CH93', 'CH93 '),
  },
  {
    title: 'une clé RIB fausse sous un IBAN cohérent est refusée',
    code: 'CLE_RIB',
    where: ['virement 1 (REL-2026-11-0001)'],
    xml: () => mended('FR7630006000011234567890189', 'FR0630006000011234567890188'),
  },
  {
    title: 'un compte hors de l’espace SEPA est refusé',
    code: 'HORS_SEPA',
    where: [SECOND],
    xml: () =>
      writePain001(orderWithTransfer({ iban: 'TR330006100519786457841326', bic: 'TGBATRIS' })),
  },
  {
    title: 'une association de Nouméa est refusée malgré son IBAN FR',
    code: 'HORS_SEPA',
    where: ['virement 1 (REL-2026-11-0001)'],
    xml: () => mended('<PstCd>71000<', '<PstCd>98800<'),
  },
  {
    title: 'un BIC mal formé est refusé',
    code: 'BIC',
    where: [SECOND],
    xml: () => mended('UBSWCHZH80A', 'UBSWCHZH80'),
  },
  {
    title: 'un BIC absent hors de l’EEE est demandé',
    code: 'BIC_HORS_EEE',
    where: [SECOND],
    xml: () => writePain001(orderWithTransfer({ bic: null })),
  },
  {
    title: 'un BIC inutile dans l’EEE est signalé',
    code: 'BIC_SUPERFLU',
    where: ['virement 1 (REL-2026-11-0001)'],
    xml: () =>
      mended(
        '</Amt>',
        '</Amt><CdtrAgt><FinInstnId><BICFI>AGRIFRPP882</BICFI></FinInstnId></CdtrAgt>'
      ),
  },
  {
    title: 'une banque débitrice absente est demandée',
    code: 'BANQUE_DEBITRICE',
    where: [LOT],
    xml: () => mended(/<DbtrAgt>[^]*<\/DbtrAgt>/, ''),
  },
  {
    title: 'une banque débitrice désignée autrement que par un BIC est refusée',
    code: 'BANQUE_DEBITRICE',
    where: [LOT],
    xml: () => mended('<BICFI>PSSTFRPPLIL</BICFI>', '<Othr><Id>20041</Id></Othr>'),
  },
  {
    title: 'une adresse en lignes libres est refusée',
    code: 'ADRESSE_LIBRE',
    where: [LOT],
    xml: () => mended('</PstlAdr>', '<AdrLine>1 PLACE</AdrLine></PstlAdr>'),
  },
  {
    title: 'une adresse dans le désordre est refusée',
    code: 'ADRESSE_FORME',
    where: ['virement 1 (REL-2026-11-0001)'],
    xml: () => mended(/(<BldgNb>.*)(\s*)(<PstCd>71000.*)/, '$3$2$1'),
  },
  {
    title: 'une adresse sans commune ou à rubrique inconnue est refusée',
    code: 'ADRESSE_FORME',
    where: [LOT, 'virement 1 (REL-2026-11-0001)'],
    xml: () => mended('<TwnNm>PARIS</TwnNm>', '').replace(/BldgNb>/g, 'BldgNm>'),
  },
  {
    title: 'une rubrique d’adresse répétée est refusée',
    code: 'ADRESSE_FORME',
    where: [LOT],
    xml: () => mended('<TwnNm>PARIS</TwnNm>', '<TwnNm>PARIS</TwnNm><TwnNm>PARIS</TwnNm>'),
  },
  {
    title: 'une rubrique d’adresse trop longue est refusée',
    code: 'ADRESSE_FORME',
    where: ['virement 1 (REL-2026-11-0001)'],
    xml: () => mended('>Macon<', `>${'M'.repeat(36)}<`),
  },
  {
    title: 'un pays qui n’est pas un code est refusé',
    code: 'ADRESSE_FORME',
    where: [LOT],
    xml: () => mended('<Ctry>FR<', '<Ctry>fr<'),
  },
  {
    title: 'l’adresse d’une banque est refusée',
    code: 'ADRESSE_BANQUE',
    where: [SECOND],
    xml: () => mended('UBSWCHZH80A</BICFI>', 'UBSWCHZH80A</BICFI><PstlAdr></PstlAdr>'),
  },
  {
    title: 'un motif de 141 caractères est refusé',
    code: 'MOTIF',
    where: [SECOND],
    xml: () => mended('<Ustrd>REL-2026-11-0002<', `<Ustrd>${'M'.repeat(141)}<`),
  },
  {
    title: 'deux motifs sont refusés',
    code: 'MOTIF',
    where: [SECOND],
    xml: () => mended('<Ustrd>REL-2026-11-0002<', '<Ustrd>A</Ustrd><Ustrd>B<'),
  },
  {
    title: 'un motif structuré est refusé',
    code: 'MOTIF',
    where: [SECOND],
    xml: () => mended('<Ustrd>REL-2026-11-0002</Ustrd>', '<Strd></Strd>'),
  },
  {
    title: 'le même compte et le même montant deux fois dans le fichier sont signalés',
    code: 'VIREMENT_REPETE',
    where: [SECOND],
    xml: () =>
      writePain001(orderWithTransfer({ iban: 'FR7630006000011234567890189', amount: 123456 })),
  },
]

const check = (xml: string, context: Partial<RuleContext> = {}) =>
  checkPain001(xml, { today: TODAY, ...context })

test.group('Contrôle du fichier de virements', () => {
  for (const { title, code, where, xml } of brokenFiles) {
    test(title, ({ assert }) => {
      const breaches = check(xml())
      assert.deepEqual(
        breaches.map((breach) => [breach.code, breach.where]),
        where.map((place) => [code, place])
      )
      for (const { message } of breaches) assert.match(message, /[.]$/)
    })
  }

  test('les bornes exactes passent', ({ assert }) => {
    const widest = {
      amount: 99_999_999_999,
      creditorName: 'N'.repeat(70),
      remittance: 'M'.repeat(140),
      endToEndId: 'E'.repeat(35),
    }
    assert.deepEqual(check(writePain001(orderWithTransfer(widest))), [])
    assert.deepEqual(check(writePain001(orderWithTransfer({ amount: 1 }))), [])
  })

  test('le BIC du donneur d’ordre n’est exigé nulle part', ({ assert }) => {
    const { debtor } = exampleOrder()
    const swiss = { ...debtor, iban: 'CH9300762011623852957', bic: null }
    assert.deepEqual(check(writePain001(exampleOrder({ debtor: swiss }))), [])
  })

  test('le schéma ISO seul laisserait partir ces fichiers fautifs', ({ assert }) => {
    const unseen = [
      ...['CARACTERES', 'IDENTIFIANT_REPETE', 'NOMBRE', 'TOTAL', 'DEVISE', 'MONTANT', 'IBAN'],
      ...['DATE_PASSEE', 'BENEFICIAIRE', 'CLE_RIB', 'HORS_SEPA', 'ADRESSE_LIBRE'],
    ]
    for (const code of unseen) {
      const broken = brokenFiles.find((file) => file.code === code)!
      assert.isNull(schemaComplaint(broken.xml(), 'pain.001.001.09'), code)
    }
  }).skip(SCHEMAS_MISSING, 'Les schémas ISO ne sont pas dans ../shared/xsd')

  test('une référence d’un fichier déjà émis est refusée', ({ assert }) => {
    assert.deepEqual(check(XML, { usedEndToEndIds: new Set(['REL-2026-11-0002']) }), [
      {
        code: 'IDENTIFIANT_DEJA_UTILISE',
        level: 'error',
        where: SECOND,
        message:
          'La référence REL-2026-11-0002 a déjà servi dans un fichier émis\u00a0: un nouvel envoi ' +
          'prend une nouvelle référence.',
      },
    ])
  })

  test('un paiement identique de moins de trente jours est signalé, pas un plus ancien', ({
    assert,
  }) => {
    const recent = {
      iban: 'CH9300762011623852957',
      amount: 5000,
      executionDate: '2026-10-23',
      endToEndId: 'REL-2026-10-0009',
    }
    assert.deepEqual(check(XML, { recentPayments: [recent] }), [
      {
        code: 'DEJA_PAYE',
        level: 'warning',
        where: SECOND,
        message:
          'Le même compte a reçu 50,00\u00a0€ le 23/10/2026 (REL-2026-10-0009)\u00a0: vérifiez que ce ' +
          'n’est pas un second paiement.',
      },
    ])
    const harmless: Partial<typeof recent>[] = [
      ...[{ executionDate: '2026-10-22' }, { amount: 5001 }],
      { iban: 'FR7630006000011234567890189' },
    ]
    for (const change of harmless) {
      assert.deepEqual(check(XML, { recentPayments: [{ ...recent, ...change }] }), [])
    }
  })

  test('des octets qui ne sont pas de l’UTF-8 sont refusés', ({ assert }) => {
    const latin1 = Buffer.from(mended('FICTIVE DU LAC', 'FICTIVE DU LÀC'), 'latin1')
    const [breach] = checkPain001(latin1, { today: TODAY })
    assert.equal(breach?.code, 'ENCODAGE')
  })

  test('une date refusée propose la première date possible', ({ assert }) => {
    const message = (executionDate: string) =>
      check(writePain001(exampleOrder({ executionDate })))[0]?.message ?? ''
    assert.match(message('2026-11-20'), /est passée\u00a0: choisissez le 23\/11\/2026 ou plus tard/)
    const [breach] = checkPain001(XML, { today: '2026-11-25' })
    assert.match(breach?.message ?? '', /choisissez le 25\/11\/2026 ou plus tard/)
    assert.match(message('2026-12-25'), /choisissez le 28\/12\/2026/)
    assert.deepEqual(checkPain001(XML, { today: '2026-11-24' }), [])
  })

  test('chaque règle de la liste a son essai', ({ assert }) => {
    const tried = new Set([
      ...brokenFiles.map(({ code }) => code),
      ...['IDENTIFIANT_DEJA_UTILISE', 'DEJA_PAYE'],
    ])
    assert.deepEqual(
      RULES.map(({ code }) => code).filter((code) => !tried.has(code)),
      []
    )
    assert.lengthOf(new Set(RULES.map(({ code }) => code)), RULES.length)
  })

  test('seules les ressemblances et un BIC superflu ne font qu’avertir', ({ assert }) => {
    const warnings = RULES.filter(({ level }: Pick<Breach, 'level'>) => level === 'warning')
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['BIC_SUPERFLU', 'DEJA_PAYE', 'VIREMENT_REPETE']
    )
  })
})
