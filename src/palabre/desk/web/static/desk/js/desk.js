// What every page needs: menus that close, moments that stay right, the keys, the palette, the help, live counts.
import "./menus.js";
import "./moments.js";
import "./keys.js";
import "./palette.js";
import "./help.js";
import "./unfold.js";
import "./counts.js";
import "./heard.js";
import "./polled.js";
