import { type Block, blocksOf, type Piece } from './formatting.ts';

/** A text with WhatsApp's own formatting. */
export function Formatted({ text }: { readonly text: string }) {
  return (
    <div className="formatted" dir="auto">
      {blocksOf(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sent text never changes
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  if (block.is === 'mono') return <pre>{block.text}</pre>;
  // A sent text never changes, so the place of a line is a good key.
  const lines = block.lines.map((pieces, index) => ({ key: `${index}`, line: <Pieces pieces={pieces} /> }));
  if (block.is === 'bullets' || block.is === 'numbers') {
    const items = lines.map(({ key, line }) => <li key={key}>{line}</li>);
    return block.is === 'numbers' ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
  }
  const rows = lines.map(({ key, line }, index) => (
    <span key={key} className="line">
      {line}
      {index < lines.length - 1 ? '\n' : null}
    </span>
  ));
  return block.is === 'quote' ? <blockquote>{rows}</blockquote> : <p>{rows}</p>;
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => {
    const key = `${index}`;
    if (piece.is === 'text') return piece.text;
    if (piece.is === 'code') return <code key={key}>{piece.text}</code>;
    if (piece.is === 'link')
      return (
        <a key={key} href={piece.href} target="_blank" rel="noreferrer noopener">
          {piece.text}
        </a>
      );
    const Mark = piece.is;
    return (
      <Mark key={key}>
        <Pieces pieces={piece.pieces} />
      </Mark>
    );
  });
}
