import { test } from '@japa/runner'
import { writePain001 } from '#app/payments/pain001/pain001'
import { checkPain001 } from '#app/payments/pain001/check_pain001'
import { readPain001, type ReadOrder } from '#app/payments/pain001/read_pain001'
import { exampleOrder, TODAY } from '#tests/unit/payments/example_order'
import { sharedFile } from '#tests/unit/payments/schema'

const XML = writePain001(exampleOrder())

test.group('Relecture du fichier de virements', () => {
  test('le fichier relu rend l’ordre, tel que la banque le lira', ({ assert }) => {
    const { order, declared, version } = readPain001(new TextEncoder().encode(XML)) as ReadOrder
    assert.equal(version, 'pain.001.001.09')
    assert.deepEqual(declared, {
      header: { count: 2, sum: 128456 },
      lot: { count: 2, sum: 128456 },
    })
    const written = exampleOrder()
    assert.deepEqual(order, {
      ...written,
      debtor: {
        ...written.debtor,
        name: 'FEDERATION FICTIVE',
        address: { ...written.debtor.address!, street: "Place de l'Exemple" },
      },
      transfers: [
        {
          ...written.transfers[0]!,
          creditorName: 'Association Elan et Presence',
          bic: null,
          address: {
            ...written.transfers[0]!.address!,
            street: "Rue de l'OEuvre",
            town: 'Macon',
          },
          remittance: "Releve REL-2026-11-0001 - saisines d'octobre 2026",
        },
        written.transfers[1]!,
      ],
    })
  })

  test('la version .03 et un préfixe d’espace de noms se relisent pareil', ({ assert }) => {
    const { order } = readPain001(XML) as ReadOrder
    const older = writePain001(exampleOrder(), { version: 'pain.001.001.03' })
    const prefixed = XML.replace(/<(\/?)(?=[A-Z])/g, '<$1iso:').replace('xmlns=', 'xmlns:iso=')
    assert.include(prefixed, '<iso:EndToEndId>')
    assert.deepEqual((readPain001(older) as ReadOrder).order, order)
    assert.deepEqual((readPain001(prefixed) as ReadOrder).order, order)
    assert.deepEqual(checkPain001(prefixed, { today: TODAY }), [])
  })

  test('les identifiants restent du texte, zéros et exposants compris', ({ assert }) => {
    const xml = XML.replace('CAMP-2026-11-A1<', '000123<').replace('>REL-2026-11-0001<', '>1e5<')
    const { order } = readPain001(xml) as ReadOrder
    assert.equal(order.messageId, '000123')
    assert.equal(order.transfers[0]?.endToEndId, '1e5')
  })

  test('un texte échappé se relit en clair', ({ assert }) => {
    const xml = XML.replace('ASSOCIATION FICTIVE DU LAC', 'L&apos;A &amp; B&#233;&#xe8;')
    assert.equal((readPain001(xml) as ReadOrder).order.transfers[1]?.creditorName, "L'A & Béè")
  })

  test('un DOCTYPE, un montant illisible, un XML coupé ou vide sont refusés', ({ assert }) => {
    const refusal = (xml: string) => (readPain001(xml) as { refusal: string }).refusal
    assert.match(
      refusal(XML.replace('<Document', '<!DOCTYPE a [<!ENTITY x "y">]>\n<Document')),
      /DOCTYPE/
    )
    assert.equal(
      refusal(XML.replace('>50.00<', '>5O<')),
      'Montant illisible\u00a0: virement 2 (REL-2026-11-0002).'
    )
    assert.match(refusal(XML.slice(0, 900)), /pas du XML lisible/)
    assert.equal(refusal(''), 'Le fichier est vide. Produisez-le de nouveau.')
    assert.match(refusal(`${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}`), /exploitable/)
    assert.match(refusal(XML.replace('001.001.09', '001.001.11')), /pain\.001\.001\.09/)
  })

  test('le message d’exemple des schémas se relit et ne porte aucune erreur', ({ assert }) => {
    const bytes = sharedFile('samples/pain001v9.xml')!
    const { order, declared } = readPain001(bytes) as ReadOrder
    assert.deepEqual(
      order.transfers.map(({ endToEndId, amount }) => [endToEndId, amount]),
      [
        ['DEC-2026-11-0001', 123456],
        ['DEC-2026-11-0002', 5000],
      ]
    )
    assert.deepEqual(declared.lot, { count: 2, sum: 128456 })
    assert.deepEqual(
      checkPain001(bytes, { today: TODAY }).map(({ code, level }) => [code, level]),
      [['BIC_SUPERFLU', 'warning']]
    )
  }).skip(
    sharedFile('samples/pain001v9.xml') === null,
    'Le message d’exemple n’est pas dans ../shared/samples'
  )
})
