import { test } from '@japa/runner'
import { encodeLatin9 } from '#app/ledger/export/latin9'

test.group('ISO 8859-15', () => {
  test('chaque caractère de la norme s’écrit avec son octet', ({ assert }) => {
    const bytes = [...Array(0x5f).keys()]
      .map((i) => i + 0x20)
      .concat([...Array(0x60).keys()].map((i) => i + 0xa0))
    const standard = new TextDecoder('iso-8859-15').decode(Uint8Array.from(bytes))
    assert.deepEqual([...(encodeLatin9(standard) as Buffer)], bytes)
  })

  test('les huit signes que Latin-1 avait à leur place ne s’écrivent pas', ({ assert }) => {
    for (const sign of '¤¦¨´¸¼½¾') assert.deepEqual(encodeLatin9(`a${sign}b`), { unwritable: sign })
  })

  test('l’euro et l’œ s’écrivent, une lettre polonaise ou un visage non', ({ assert }) => {
    assert.equal(
      (encodeLatin9('cœur 5 €') as Buffer).toString('hex'),
      '63bd757220352 0a4'.replace(' ', '')
    )
    assert.deepEqual(encodeLatin9('Łódź'), { unwritable: 'Ł' })
    assert.deepEqual(encodeLatin9('ça va 🙂'), { unwritable: '🙂' })
  })

  test('un accent décomposé redevient une lettre', ({ assert }) => {
    assert.equal((encodeLatin9('e\u0301') as Buffer).toString('hex'), 'e9')
  })

  test('une tabulation, un retour ou une commande ne sont pas du texte', ({ assert }) => {
    for (const control of ['\t', '\n', '\r', '\0', '\u007f', '\u0092']) {
      assert.deepEqual(encodeLatin9(control), { unwritable: control })
    }
  })
})
