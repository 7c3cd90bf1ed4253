import { Icon } from '../Icon.tsx';
import { useTexts } from '../language.tsx';
import { word } from '../wire.ts';

/** A place: a drawn map, for a real one would tell somebody where people are, and a link to a real one. */
export function LocationContent({ content }: { readonly content: unknown }) {
  const texts = useTexts();
  const [latitude, longitude] = [word(content, 'latitude'), word(content, 'longitude')];
  const query = `mlat=${encodeURIComponent(latitude)}&mlon=${encodeURIComponent(longitude)}`;
  return (
    <a
      className="place"
      href={`https://www.openstreetmap.org/?${query}#map=15/${latitude}/${longitude}`}
      target="_blank"
      rel="noreferrer noopener"
      title={texts.openMap}
    >
      <span className="place-map">
        <Icon name="pin" size={34} />
      </span>
      <strong>{word(content, 'name') || texts.location}</strong>
      <span className="place-where">{word(content, 'address') || `${latitude}, ${longitude}`}</span>
    </a>
  );
}
