import { render } from 'hono/jsx/dom';
import { Desk } from './desk.tsx';

const root = document.getElementById('desk');
if (root !== null) render(<Desk />, root);
