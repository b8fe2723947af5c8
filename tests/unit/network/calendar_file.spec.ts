import { test } from '@japa/runner'
import { calendarFile } from '#app/network/meetings/calendar_file'

const STAMP = new Date('2026-11-22T12:00:00Z')

function file(title: string, details = '', startsAt = '2027-01-14T13:00:00Z') {
  const start = new Date(startsAt)
  return calendarFile(
    {
      id: 7,
      title,
      details,
      link: 'https://visio.example.org/salle',
      startsAt: start,
      endsAt: new Date(start.getTime() + 5_400_000),
    },
    'reversement.example.org',
    STAMP
  )
}

test.group('Fichier de calendrier (RFC 5545)', () => {
  test('les heures sont celles de Paris, l’hiver et l’été', ({ assert }) => {
    const winter = file('Webinaire')
    assert.include(winter, 'DTSTART;TZID=Europe/Paris:20270114T140000\r\n')
    assert.include(winter, 'DTEND;TZID=Europe/Paris:20270114T153000\r\n')
    assert.include(winter, 'DTSTAMP:20261122T120000Z\r\n')
    assert.include(winter, 'BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n')
    assert.include(
      file('Webinaire', '', '2027-07-01T12:00:00Z'),
      'DTSTART;TZID=Europe/Paris:20270701T140000\r\n'
    )
  })

  test('les lignes finissent par CRLF et n’ont pas plus de 75 octets, sans couper une lettre', ({
    assert,
  }) => {
    const title =
      'Élues et élus agressés : comment accompagner, et où trouver de l’aide près de chez vous ?'
    const lines = file(title, 'é'.repeat(400)).split('\r\n')
    assert.equal(lines.pop(), '')
    for (const line of lines) {
      assert.notMatch(line, /[\r\n]/)
      assert.isAtMost(Buffer.byteLength(line), 75)
      assert.notInclude(line, '\ufffd')
    }
    const unfolded = lines.join('\r\n').replaceAll('\r\n ', '')
    assert.include(unfolded, `SUMMARY;LANGUAGE=fr:${title.replace(',', '\\,')}`)
    assert.include(unfolded, 'é'.repeat(400))
  })

  test('virgules, points-virgules, barres et retours sont échappés ; rien ne s’injecte', ({
    assert,
  }) => {
    const unfolded = file('A, b; c \\ d', 'Une ligne\r\nEND:VEVENT\nfin').replaceAll('\r\n ', '')
    assert.include(unfolded, 'SUMMARY;LANGUAGE=fr:A\\, b\\; c \\\\ d\r\n')
    assert.include(unfolded, 'DESCRIPTION;LANGUAGE=fr:Une ligne\\nEND:VEVENT\\nfin\r\n')
    assert.lengthOf(unfolded.match(/^END:VEVENT/gm)!, 1)
  })
})
