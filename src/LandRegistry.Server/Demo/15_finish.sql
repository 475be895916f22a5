drop schema demo_scratch cascade;
