import { LIMITS } from './limits.js';

/** What a listener is told. Text arrives in raw pieces; `plainText` turns the joined pieces into characters. */
export interface XmlListener {
  open(name: string, tag: string): void;
  close(name: string): void;
  text(piece: string): void;
}

/** XML that is broken, or that uses what no workbook needs. `forbidden` is a document type: the way entities come in. */
export class XmlFault extends Error {
  constructor(readonly kind: 'broken' | 'forbidden' | 'too large') {
    super(kind);
  }
}

const NAME = /^[^\s/>"'=<]+/;

/**
 * A small forward-only XML reader. It keeps only the open names and the unfinished tag, so memory does not grow
 * with the file, and it knows no entities but the five of XML itself, so none can be expanded.
 */
export class XmlStream {
  private rest = '';
  private readonly open: string[] = [];
  private seenRoot = false;

  constructor(private readonly listener: XmlListener) {}

  write(piece: string): void {
    const xml = this.rest === '' ? piece : this.rest + piece;
    let at = 0;
    for (;;) {
      const lt = xml.indexOf('<', at);
      if (lt === -1) {
        this.tellText(xml, at, xml.length);
        at = xml.length;
        break;
      }
      this.tellText(xml, at, lt);
      at = lt;
      const end = endOfMarkup(xml, lt);
      if (end === -1) break;
      this.markup(xml, lt, end);
      at = end;
    }
    this.rest = xml.slice(at);
    if (this.rest.length > LIMITS.tagCharacters) throw new XmlFault('too large');
  }

  end(): void {
    if (this.rest !== '' || this.open.length > 0 || !this.seenRoot) throw new XmlFault('broken');
  }

  private tellText(xml: string, from: number, to: number): void {
    if (to > from && this.open.length > 0) this.listener.text(xml.slice(from, to));
  }

  private markup(xml: string, from: number, to: number): void {
    const second = xml.charCodeAt(from + 1);
    if (second === 0x21 /* ! */) {
      if (xml.startsWith('<![CDATA[', from)) this.listener.text(protect(xml.slice(from + 9, to - 3)));
      else if (!xml.startsWith('<!--', from)) throw new XmlFault('forbidden');
      return;
    }
    if (second === 0x3f /* ? */) return;
    if (second === 0x2f /* / */) {
      const name = localName(xml.slice(from + 2, to - 1));
      if (this.open.pop() !== name) throw new XmlFault('broken');
      this.listener.close(name);
      return;
    }
    const empty = xml.charCodeAt(to - 2) === 0x2f;
    const tag = xml.slice(from + 1, empty ? to - 2 : to - 1);
    const name = localName(tag);
    if (this.open.length === 0 && this.seenRoot) throw new XmlFault('broken');
    this.seenRoot = true;
    this.listener.open(name, tag);
    if (empty) this.listener.close(name);
    else if (this.open.push(name) > LIMITS.xmlDepth) throw new XmlFault('too large');
  }
}

function endOfMarkup(xml: string, lt: number): number {
  const upTo = (mark: string, from: number) => {
    const i = xml.indexOf(mark, from);
    return i === -1 ? -1 : i + mark.length;
  };
  if (xml.startsWith('<!', lt)) {
    // Until enough has come to tell a comment from a document type, wait.
    if (xml.length - lt < 9) return -1;
    if (xml.startsWith('<!--', lt)) return upTo('-->', lt + 4);
    if (xml.startsWith('<![CDATA[', lt)) return upTo(']]>', lt + 9);
    throw new XmlFault('forbidden');
  }
  if (xml.startsWith('<?', lt)) return upTo('?>', lt + 2);
  for (let i = lt + 1; i < xml.length; i++) {
    const c = xml.charCodeAt(i);
    if (c === 0x3e /* > */) return i + 1;
    // A “>” may stand inside a quoted value; go on from the end of that value.
    if (c === 0x22 || c === 0x27) {
      i = xml.indexOf(c === 0x22 ? '"' : "'", i + 1);
      if (i === -1) return -1;
    }
  }
  return -1;
}

function localName(tag: string): string {
  const name = NAME.exec(tag)?.[0];
  if (name === undefined) throw new XmlFault('broken');
  return name.slice(name.indexOf(':') + 1);
}

const protect = (text: string) => text.replace(/&/g, '&amp;');

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Raw XML text as characters: the five entities, numbered characters, and Excel's own `_x000D_` marks. */
export function plainText(raw: string): string {
  const text = raw.includes('&')
    ? raw.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
        (all, hex, decimal, named) => {
          if (named !== undefined) return NAMED[String(named).toLowerCase()] ?? all;
          const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
        },
      )
    : raw;
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** A reader of one attribute, by its name as written (with its prefix, if it has one). */
export function attribute(name: string): (tag: string) => string | undefined {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  return (tag) => {
    const found = pattern.exec(tag);
    return found ? plainText(found[1] ?? found[2] ?? '') : undefined;
  };
}
