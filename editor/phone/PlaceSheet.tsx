import { useState } from 'react';
import { Icon } from './Icon.tsx';
import { useTexts } from './language.tsx';
import { Sheet } from './Sheet.tsx';
import type { Place } from './wire.ts';

/** Well-known places on several continents, so that distances and hours can be tried. */
const PLACES: readonly Place[] = [
  { latitude: 13.7462, longitude: 100.5347, name: 'Siam Square', address: 'Pathum Wan, Bangkok' },
  { latitude: 52.5208, longitude: 13.4094, name: 'Alexanderplatz', address: '10178 Berlin' },
  { latitude: 19.4326, longitude: -99.1332, name: 'Zócalo', address: 'Centro, Ciudad de México' },
  { latitude: -6.1754, longitude: 106.8272, name: 'Monas', address: 'Gambir, Jakarta' },
  { latitude: -1.2864, longitude: 36.8172, name: 'Uhuru Park', address: 'Nairobi' },
];

interface PlaceSheetProps {
  readonly onClose: () => void;
  readonly onPlace: (place: Place) => void;
}

/** Sends where one is, or where one could be. */
export function PlaceSheet({ onClose, onPlace }: PlaceSheetProps) {
  const texts = useTexts();
  const [isLost, setLost] = useState(false);
  const here = () => {
    if (!('geolocation' in navigator)) return setLost(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => onPlace({ latitude, longitude }),
      () => setLost(true),
      { timeout: 8000 },
    );
  };
  return (
    <Sheet title={texts.sendLocation} onClose={onClose}>
      <button type="button" className="list-row with-icon" data-first="" onClick={here}>
        <Icon name="pin" />
        <span>
          <strong>{texts.myPlace}</strong>
          {isLost ? <span role="alert">{texts.myPlaceFailed}</span> : null}
        </span>
      </button>
      {PLACES.map((place) => (
        <button key={place.name} type="button" className="list-row with-icon" onClick={() => onPlace(place)}>
          <Icon name="pin" />
          <span>
            <strong>{place.name}</strong>
            <span>{place.address}</span>
          </span>
        </button>
      ))}
    </Sheet>
  );
}
